import { isAccessDenied } from "../model/aws-error-codes.ts";
import type { EcsServiceDeployment, EcsServiceDeploymentBrief } from "../model/aws-shapes.ts";
import type { EcsPort } from "../ports.ts";

/** Whose record is looked for. */
export interface RecordQuery {
  readonly cluster: string;
  readonly service: string;
  /** `ecs-svc/` and digits. */
  readonly ecsDeploymentId: string;
  readonly taskDefinitionArn: string;
  /** When ECS created the deployment; undefined while no look has shown it. */
  readonly createdAt: Date | undefined;
}

/** Clocks of two AWS systems may differ a little; ours is not asked. */
const SKEW_MS = 60_000;
/** The record and the deployment come from one request. */
const SAME_REQUEST_MS = 5_000;

/**
 * ECS's own records of rollouts (the service deployments API), by ECS deployment id. A role that may not read them is
 * asked once: from then on every answer is undefined.
 */
export class DeploymentRecords {
  readonly #ecs: EcsPort;
  #deniedAction: string | undefined;
  #firstAnswer: Promise<unknown> | undefined;

  constructor(ecs: EcsPort) {
    this.#ecs = ecs;
  }

  /** The permission whose lack keeps the records from this run, once ECS has refused one; for example `ecs:X`. */
  get deniedAction(): string | undefined {
    return this.#deniedAction;
  }

  /** Undefined when there is none, or none may be read. Rejects when ECS does not answer. */
  async find(query: RecordQuery): Promise<EcsServiceDeployment | undefined> {
    if (this.#firstAnswer === undefined) {
      const answer = this.#ask(query);
      this.#firstAnswer = answer;
      return answer;
    }
    // Several rollouts may end at once: what the first one is refused, the others need not ask for.
    await this.#firstAnswer.catch(() => undefined);
    return this.#deniedAction === undefined ? this.#ask(query) : undefined;
  }

  async #ask(query: RecordQuery): Promise<EcsServiceDeployment | undefined> {
    try {
      return await this.#read(query);
    } catch (error) {
      if (!isAccessDenied(error)) throw error;
      return undefined;
    }
  }

  async #allowed<T>(action: string, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (isAccessDenied(error)) this.#deniedAction = action;
      throw error;
    }
  }

  async #read(query: RecordQuery): Promise<EcsServiceDeployment | undefined> {
    const { cluster, service, createdAt } = query;
    const since = createdAt === undefined ? {} : { createdAfter: new Date(createdAt.getTime() - SKEW_MS) };
    const briefs = await this.#allowed(
      "ecs:ListServiceDeployments",
      this.#ecs.listServiceDeployments(cluster, service, since),
    );
    const brief = findByRevision(briefs, query.ecsDeploymentId) ?? (await this.#findByTime(briefs, query));
    // The short form of a success says all there is to know.
    if (brief?.status === "SUCCESSFUL" || brief?.serviceDeploymentArn === undefined) return brief;
    const [record] = await this.#allowed(
      "ecs:DescribeServiceDeployments",
      this.#ecs.describeServiceDeployments([brief.serviceDeploymentArn]),
    );
    return record ?? brief;
  }

  /** Should the digits not be the same: the only record of the same moment whose revision has our task definition. */
  async #findByTime(
    briefs: readonly EcsServiceDeploymentBrief[],
    { createdAt, taskDefinitionArn }: RecordQuery,
  ): Promise<EcsServiceDeploymentBrief | undefined> {
    if (createdAt === undefined) return undefined;
    const near = briefs.filter(
      (brief) => Math.abs((brief.createdAt?.getTime() ?? 0) - createdAt.getTime()) <= SAME_REQUEST_MS,
    );
    const arns = near.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []);
    if (arns.length === 0) return undefined;
    const revisions = await this.#allowed("ecs:DescribeServiceRevisions", this.#ecs.describeServiceRevisions(arns));
    const ours = new Set(
      revisions
        .filter(({ taskDefinition }) => taskDefinition === taskDefinitionArn)
        .map(({ serviceRevisionArn }) => serviceRevisionArn),
    );
    const fitting = near.filter(({ targetServiceRevisionArn }) => ours.has(targetServiceRevisionArn));
    return fitting.length === 1 ? fitting[0] : undefined;
  }
}

/**
 * The digits of `ecs-svc/<digits>` are those of the service revision the deployment brings (`deployments` and
 * `currentServiceRevisions` of real answers; the API reference does not promise it). A service deployment has a name
 * of its own and tells its target revision.
 */
function findByRevision(
  briefs: readonly EcsServiceDeploymentBrief[],
  ecsDeploymentId: string,
): EcsServiceDeploymentBrief | undefined {
  const digits = ecsDeploymentId.slice(ecsDeploymentId.lastIndexOf("/") + 1);
  return briefs.find(({ targetServiceRevisionArn }) => targetServiceRevisionArn?.endsWith(`/${digits}`));
}

/** What it means for a run that one of its permissions is missing, in one line. */
export function describeDenial(action = ""): string {
  return `this role may not read ECS's records of deployments (${action}): what DescribeServices shows has to do`;
}
