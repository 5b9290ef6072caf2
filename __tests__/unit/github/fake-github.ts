import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A comment as GitHub keeps it. */
export interface FakeComment {
  id: number;
  body: string;
  user: { login: string; type: "Bot" | "User" };
}

/** The part of GitHub's REST API that the pull request port uses, over HTTP, with pages of `pageSize`. */
export interface FakeGitHub {
  readonly url: string;
  readonly comments: FakeComment[];
  readonly requests: string[];
  /** Answers the next requests with these statuses instead; a header `retry-after` is in seconds. */
  readonly failures: { status: number; message?: string; headers?: Record<string, string> }[];
  /** Who the token belongs to; undefined: an app, which may not ask. */
  login: string | undefined;
  /** Called right before a comment is created: what another run does at that moment. */
  beforeCreate: () => void;
  /** The next comment is created, but the answer is a 502. */
  losesNextCreation: boolean;
  close(): Promise<void>;
}

const BOT = { login: "github-actions[bot]", type: "Bot" } as const;

export async function startFakeGitHub(pageSize = 100): Promise<FakeGitHub> {
  const fake: FakeGitHub = {
    url: "",
    comments: [],
    requests: [],
    failures: [],
    login: undefined,
    beforeCreate: () => {},
    losesNextCreation: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = createServer((request, response) => void answer(fake, pageSize, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(fake, { url });
}

async function answer(
  fake: FakeGitHub,
  pageSize: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString("utf8")) as { body?: string });
  const url = new URL(request.url ?? "/", fake.url);
  fake.requests.push(`${request.method} ${url.pathname}`);
  const failure = fake.failures.shift();
  const send = (status: number, json: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { "content-type": "application/json", connection: "close", ...headers });
    response.end(status === 204 ? undefined : JSON.stringify(json));
  };
  if (failure !== undefined) return send(failure.status, { message: failure.message ?? "failed" }, failure.headers);
  if (url.pathname === "/user") {
    return fake.login === undefined
      ? send(403, { message: "Resource not accessible by integration" })
      : send(200, { login: fake.login });
  }
  const [, number] = /^\/repos\/acme\/data\/issues\/comments\/(\d+)$/.exec(url.pathname) ?? [];
  if (number !== undefined) return changeComment(fake, Number(number), request.method ?? "", body.body ?? "", send);
  if (url.pathname !== "/repos/acme/data/issues/7/comments") return send(404, { message: "Not Found" });
  if (request.method === "POST") {
    fake.beforeCreate();
    const user = fake.login === undefined ? BOT : ({ login: fake.login, type: "User" } as const);
    const comment = { id: Math.max(0, ...fake.comments.map(({ id }) => id)) + 1, body: body.body ?? "", user };
    fake.comments.push(comment);
    const isLost = fake.losesNextCreation;
    fake.losesNextCreation = false;
    return isLost ? send(502, { message: "Bad Gateway" }) : send(201, show(comment));
  }
  const page = Number(url.searchParams.get("page") ?? "1");
  const shown = fake.comments.slice((page - 1) * pageSize, page * pageSize).map(show);
  const next = `${fake.url}${url.pathname}?per_page=100&page=${page + 1}`;
  send(200, shown, page * pageSize < fake.comments.length ? { link: `<${next}>; rel="next"` } : {});
}

function changeComment(
  fake: FakeGitHub,
  id: number,
  method: string,
  body: string,
  send: (status: number, json: unknown) => void,
): void {
  const index = fake.comments.findIndex((comment) => comment.id === id);
  const comment = fake.comments[index];
  if (comment === undefined) {
    send(404, { message: "Not Found" });
  } else if (method === "DELETE") {
    fake.comments.splice(index, 1);
    send(204, undefined);
  } else {
    comment.body = body;
    send(200, show(comment));
  }
}

function show({ id, body, user }: FakeComment): object {
  return { id, body, user, html_url: `https://github.com/acme/data/pull/7#issuecomment-${id}` };
}
