import type { EmulatorOptions } from "../../emulator/index.ts";
import { type Account, startAccount } from "./account.ts";

/** An answer, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** A page of a list: one member of each item, and where the other pages are. */
export interface ListReply {
  readonly numbers: readonly unknown[];
  readonly links: Readonly<Record<string, string>>;
}

/** An account with what a test says to GitHub. */
export interface Hub extends Account {
  readonly call: (method: string, path: string, body?: unknown, token?: string) => Promise<Reply>;
  readonly list: (url: string, key: string) => Promise<ListReply>;
}

export const REPOSITORY = "/repos/example/data";
export const COMMENTS = `${REPOSITORY}/issues/1/comments`;

/** Starts an emulator that is closed when the test ends. */
export async function startHub(options: EmulatorOptions = {}): Promise<Hub> {
  const account = await startAccount(options);
  const call: Hub["call"] = async (method, path, body, token = "token") => {
    const response = await fetch(`${account.emulator.url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...(token === "" ? {} : { authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
  };
  const list: Hub["list"] = async (url, key) => {
    const response = await fetch(url);
    const items = (await response.json()) as Record<string, unknown>[];
    const links = [...(response.headers.get("link") ?? "").matchAll(/<([^>]+)>; rel="(\w+)"/g)];
    return {
      numbers: items.map((item) => item[key]),
      links: Object.fromEntries(links.map(([, to, rel]) => [rel, to])),
    };
  };
  return { ...account, call, list };
}
