/** A Python text and what is read from it: `kind name keyword role[?][ partial] | key line:column value line:column …`. */
export interface Snippet {
  readonly title: string;
  readonly python: string;
  readonly read: readonly string[];
}

/** What the snippets need, on one line before them. */
export const IMPORTS =
  "from dagster import asset, define_asset_job, graph, job, multi_asset, op, RunRequest, ScheduleDefinition, schedule, sensor; import dagster, dagster as dg, json\n";

/** A snippet as a file: behind the imports, which take one line. */
export function fileOf(python: string): string {
  return python.startsWith("\uFEFF") ? `\uFEFF${IMPORTS}${python.slice(1)}` : IMPORTS + python;
}

/** Without the first line break, so that a template can start on a line of its own. */
function python([text = ""]: readonly string[]): string {
  return text.replace(/^\n/, "");
}

export const SNIPPETS: readonly Snippet[] = [
  {
    title: "the example of the reference",
    python: python`
from dagster import job, op

@op()
def my_op(context):
  context.log.info('running')

@job(
  tags = {
    "ecs/cpu": "256",
    "ecs/memory": "512",
  }
)
def my_job():
  my_op()
`,
    read: [`job my_job tags run | ecs/cpu 9:5 text "256" 9:16; ecs/memory 10:5 text "512" 10:19`],
  },
  {
    title: "a module prefix",
    python: `@dg.job(tags={"ecs/cpu": "256"})\ndef a(): ...\n`,
    read: [`job a tags run | ecs/cpu 1:15 text "256" 1:26`],
  },
  {
    title: "a long module prefix",
    python: `@dagster.core.job(tags={"ecs/cpu": "256"})\ndef a(): ...\n`,
    read: [`job a tags run | ecs/cpu 1:25 text "256" 1:36`],
  },
  {
    title: "a job with a name of its own",
    python: `@job(name="etl", tags={"ecs/cpu": "256"})\ndef a(): ...\n`,
    read: [`job etl tags run | ecs/cpu 1:24 text "256" 1:35`],
  },
  {
    title: "an asynchronous op",
    python: `@op(tags={"ecs/cpu": "256"})\nasync def a(): ...\n`,
    read: [`op a tags step | ecs/cpu 1:11 text "256" 1:22`],
  },
  {
    title: "run_tags of a job over its tags",
    python: `@job(tags={"ecs/cpu": "1"}, run_tags={"ecs/cpu": "2"})\ndef a(): ...\n`,
    read: [`job a tags label | ecs/cpu 1:12 text "1" 1:23`, `job a run_tags run partial | ecs/cpu 1:39 text "2" 1:50`],
  },
  {
    title: "run_tags=None",
    python: `@job(tags={"ecs/cpu": "1"}, run_tags=None)\ndef a(): ...\n`,
    read: [`job a tags run | ecs/cpu 1:12 text "1" 1:23`],
  },
  {
    title: "tags and op_tags of an asset",
    python: `@asset(tags={"ecs/cpu": "1"}, op_tags={"ecs/memory": "2"})\ndef a(): ...\n`,
    read: [`asset a tags label | ecs/cpu 1:14 text "1" 1:25`, `asset a op_tags step | ecs/memory 1:40 text "2" 1:54`],
  },
  {
    title: "an asset that makes several",
    python: `@multi_asset(outs={}, op_tags={"ecs/memory": "2"})\ndef a(): ...\n`,
    read: [`asset a op_tags step | ecs/memory 1:32 text "2" 1:46`],
  },
  {
    title: "a graph and its job",
    python: `@graph(tags={"ecs/cpu": "1"})\ndef g(): ...\nj = g.to_job(tags={"ecs/cpu": "2"})\n`,
    read: [
      `graph g tags uncertain | ecs/cpu 1:14 text "1" 1:25`,
      `job j tags run partial | ecs/cpu 3:20 text "2" 3:31`,
    ],
  },
  {
    title: "a job of assets by its first argument",
    python: `x = define_asset_job("etl", tags={"ecs/cpu": "256"})\n`,
    read: [`job etl tags run | ecs/cpu 1:35 text "256" 1:46`],
  },
  {
    title: "a job of assets by its variable",
    python: `x = dg.define_asset_job(name=NAME, tags={"ecs/cpu": "256"})\n`,
    read: [`job x tags run | ecs/cpu 1:42 text "256" 1:53`],
  },
  {
    title: "a definition inside a list of another",
    python: `defs = Definitions(jobs=[define_asset_job("a", tags={"ecs/cpu": "1"})])\n`,
    read: [`job a tags run | ecs/cpu 1:54 text "1" 1:65`],
  },
  {
    title: "a schedule",
    python: `s = ScheduleDefinition(job=j, cron_schedule="@daily", tags={"ecs/cpu": "1"})\n`,
    read: [`schedule s tags request | ecs/cpu 1:61 text "1" 1:72`],
  },
  {
    title: "a decorated schedule",
    python: `@schedule(cron_schedule="@daily", tags={"ecs/cpu": "1"})\ndef s(): ...\n`,
    read: [`schedule s tags uncertain | ecs/cpu 1:41 text "1" 1:52`],
  },
  {
    title: "a run request in a sensor",
    python: python`
@sensor(job=j)
def watch(context):
    for key in keys:
        yield RunRequest(run_key=key, tags={"ecs/memory": "4096"})
`,
    read: [`run request watch tags request | ecs/memory 4:45 text "4096" 4:59`],
  },
  {
    title: "a run request in a lambda",
    python: `fn = lambda c: RunRequest(tags={"ecs/cpu": "1"})\n`,
    read: [`run request  tags request | ecs/cpu 1:33 text "1" 1:44`],
  },
  {
    title: "tags of a sensor",
    python: `@sensor(job=j, tags={"ecs/cpu": "1"})\ndef s(): ...\n`,
    read: [`sensor s tags label | ecs/cpu 1:22 text "1" 1:33`],
  },
  {
    title: "a name that is imported under another",
    python: `from dagster import job as dagster_job\n@dagster_job(tags={"ecs/cpu": "1"})\ndef a(): ...\n`,
    read: [`job a tags run | ecs/cpu 2:20 text "1" 2:31`],
  },
  {
    title: "several decorators",
    python: `@cached\n@job(tags={"ecs/cpu": "1"})\n@traced(x=1)\ndef a(): ...\n`,
    read: [`job a tags run | ecs/cpu 2:12 text "1" 2:23`],
  },
  {
    title: "a job in a function",
    python: `def make(n):\n    @job(name=n, tags={"ecs/cpu": "1"})\n    def inner(): ...\n    return inner\n`,
    read: [`job inner tags run | ecs/cpu 2:24 text "1" 2:35`],
  },
  {
    title: "a constant",
    python: `TAGS = {\n    "ecs/cpu": "256",\n}\n@job(tags=TAGS)\ndef a(): ...\n@job(tags=TAGS)\ndef b(): ...\n`,
    read: [`job a tags run | ecs/cpu 2:5 text "256" 2:16`, `job b tags run | ecs/cpu 2:5 text "256" 2:16`],
  },
  {
    title: "a constant with a type",
    python: `TAGS: dict[str, str] = {"ecs/cpu": "256"}\nj = define_asset_job("a", tags=TAGS)\n`,
    read: [`job a tags run | ecs/cpu 1:25 text "256" 1:36`],
  },
  {
    title: "a constant that is set twice",
    python: `TAGS = {"ecs/cpu": "256"}\nTAGS = {}\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "a constant that is set in a branch",
    python: `if prod:\n    TAGS = {"ecs/cpu": "256"}\nelse:\n    TAGS = {}\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "a constant that is changed by a key",
    python: `TAGS = {"ecs/cpu": "256"}\nTAGS["ecs/cpu"] = "512"\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "a constant that is changed by a method",
    python: `TAGS = {"ecs/cpu": "256"}\ndef f():\n    TAGS.update(x)\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "a constant that is changed by an operator",
    python: `TAGS = {"ecs/cpu": "256"}\nTAGS |= x\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "a constant that is deleted from",
    python: `TAGS = {"ecs/cpu": "256"}\ndel TAGS["ecs/cpu"]\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "a constant that is changed under another name",
    python: `TAGS = {"ecs/cpu": "256"}\nother = TAGS\nother.pop("ecs/cpu")\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "a constant that a function sets",
    python: `TAGS = {"ecs/cpu": "256"}\ndef f():\n    global TAGS\n    TAGS = {}\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "a parameter that hides a constant",
    python: `tags = {"ecs/cpu": "256"}\ndef f(tags):\n    return job(name="a", tags=tags)\nj = job(name="b", tags=tags)\n`,
    read: [`job b tags run | ecs/cpu 1:9 text "256" 1:20`],
  },
  {
    title: "a loop variable that hides a constant",
    python: `tags = {"ecs/cpu": "256"}\nfor tags in every:\n    job(name="a", tags=tags)\n`,
    read: [],
  },
  {
    title: "an import of the same name",
    python: `from .shared import TAGS\nTAGS = {"ecs/cpu": "256"}\nj = job(tags=TAGS)\n`,
    read: [],
  },
  {
    title: "an imported constant",
    python: `from .shared import ECS_TAGS  # ecs/cpu\nj = job(tags=ECS_TAGS)\n`,
    read: [],
  },
  {
    title: "a constant that refers to itself",
    python: `A = {**B, "ecs/cpu": "1"}\nB = {**A}\nj = job(tags=B)\n`,
    read: [],
  },
  {
    title: "constants for key and value",
    python: `KEY = "ecs/cpu"\nCPU = "256"\nj = job(tags={KEY: CPU})\n`,
    read: [`job j tags run | ecs/cpu 3:15 text "256" 3:20`],
  },
  {
    title: "a known spread",
    python: `BASE = {"ecs/cpu": "256", "ecs/memory": "512"}\nj = job(tags={**BASE, "ecs/cpu": "512"})\n`,
    read: [`job j tags run | ecs/cpu 2:23 text "512" 2:34; ecs/memory 1:27 text "512" 1:41`],
  },
  {
    title: "a known spread behind",
    python: `BASE = {"ecs/cpu": "256"}\nj = job(tags={"ecs/cpu": "512", **BASE})\n`,
    read: [`job j tags run | ecs/cpu 1:9 text "256" 1:20`],
  },
  {
    title: "an unknown spread before",
    python: `j = job(tags={**base(), "ecs/cpu": "512"})\n`,
    read: [`job j tags run partial | ecs/cpu 1:25 text "512" 1:36`],
  },
  {
    title: "an unknown spread behind",
    python: `j = job(tags={"ecs/cpu": "512", **base()})\n`,
    read: [`job j tags run partial | ecs/cpu 1:15 unknown 1:26`],
  },
  {
    title: "a key that is known when the code runs",
    python: `j = job(tags={"ecs/cpu": "512", key(): "1"})\n`,
    read: [`job j tags run partial | ecs/cpu 1:15 unknown 1:26`],
  },
  {
    title: "merged dictionaries",
    python: `BASE = {"ecs/cpu": "1"}\nj = job(tags=BASE | {"ecs/memory": "2"})\n`,
    read: [`job j tags run | ecs/cpu 1:9 text "1" 1:20; ecs/memory 2:22 text "2" 2:36`],
  },
  {
    title: "a dictionary merged with an unknown one",
    python: `j = job(tags={"ecs/memory": "2"} | base)\n`,
    read: [`job j tags run partial | ecs/memory 1:15 unknown 1:29`],
  },
  {
    title: "a copy by dict",
    python: `BASE = {"ecs/cpu": "1"}\nj = job(tags=dict(BASE, team="a"))\n`,
    read: [`job j tags run | ecs/cpu 1:9 text "1" 1:20`],
  },
  {
    title: "dict with keywords only",
    python: `j = job(tags={**dict(team="ecs/"), "ecs/cpu": "1"})\n`,
    read: [`job j tags run | ecs/cpu 1:36 text "1" 1:47`],
  },
  {
    title: "the same key twice",
    python: `j = job(tags={"ecs/cpu": "1", "ecs/cpu": "2"})\n`,
    read: [`job j tags run | ecs/cpu 1:31 text "2" 1:42`],
  },
  {
    title: "values that are no text",
    python: `j = job(tags={"ecs/cpu": 256, "ecs/memory": 5.5, "ecs/ephemeral_storage": None, "ecs/task_overrides": True})\n`,
    read: [
      `job j tags run | ecs/cpu 1:15 integer "256" 1:26; ecs/memory 1:31 float "5.5" 1:45; ecs/ephemeral_storage 1:50 none 1:75; ecs/task_overrides 1:81 boolean true 1:103`,
    ],
  },
  {
    title: "numbers in other forms",
    python: `j = job(tags={"ecs/cpu": 0x100, "ecs/memory": 1_024, "ecs/ephemeral_storage": -5})\n`,
    read: [
      `job j tags run | ecs/cpu 1:15 integer "256" 1:26; ecs/memory 1:33 integer "1024" 1:47; ecs/ephemeral_storage 1:54 integer "-5" 1:79`,
    ],
  },
  {
    title: "literals without a JSON form",
    python: `j = job(tags={"ecs/cpu": b"256", "ecs/memory": (1, 2), "ecs/ephemeral_storage": {1}})\n`,
    read: [
      String.raw`job j tags run | ecs/cpu 1:15 other "b\"256\"" 1:26; ecs/memory 1:34 other "(1, 2)" 1:48; ecs/ephemeral_storage 1:56 other "{1}" 1:81`,
    ],
  },
  {
    title: "quotes of every kind",
    python: `j = job(tags={'ecs/cpu': """256""", r"ecs/memory": '''5\n12''', u"ecs/ephemeral_storage": f"50"})\n`,
    read: [
      String.raw`job j tags run | ecs/cpu 1:15 text "256" 1:26; ecs/memory 1:37 text "5\n12" 1:52; ecs/ephemeral_storage 2:8 text "50" 2:34`,
    ],
  },
  {
    title: "escapes",
    python: `j = job(tags={"ecs\\x2fcpu": "\\u0032\\65\\n", "ecs/memory": r"\\n", "ecs/ephemeral_storage": "\\N{DIGIT ONE}"})\n`,
    read: [
      String.raw`job j tags run | ecs/cpu 1:15 text "25\n" 1:29; ecs/memory 1:44 text "\\n" 1:58; ecs/ephemeral_storage 1:65 unknown 1:90`,
    ],
  },
  {
    title: "joined texts over lines",
    python: `j = job(tags={\n    "ecs/"\n    "cpu": "25"\n    f"6",\n})\n`,
    read: [`job j tags run | ecs/cpu 2:5 text "256" 3:12`],
  },
  {
    title: "a placeholder",
    python: `j = job(tags={"ecs/cpu": f"{n}", "ecs/memory": "1" f"{n}"})\n`,
    read: [`job j tags run | ecs/cpu 1:15 unknown 1:26; ecs/memory 1:34 unknown 1:48`],
  },
  {
    title: "values from calls",
    python: `j = job(tags={"ecs/cpu": str(256), "ecs/memory": os.environ["M"], "ecs/ephemeral_storage": str(n)})\n`,
    read: [
      `job j tags run | ecs/cpu 1:15 text "256" 1:26; ecs/memory 1:36 unknown 1:50; ecs/ephemeral_storage 1:67 unknown 1:92`,
    ],
  },
  {
    title: "JSON from a dictionary",
    python: `j = job(tags={"ecs/run_task_kwargs": json.dumps({"launchType": "EC2"}), "ecs/task_overrides": {"cpu": "1", "tags": [1, None]}})\n`,
    read: [
      String.raw`job j tags run | ecs/run_task_kwargs 1:15 text "{\"launchType\":\"EC2\"}" 1:38; ecs/task_overrides 1:73 collection {"cpu":"1","tags":[1,null]} 1:95`,
    ],
  },
  {
    title: "parentheses",
    python: `j = job(tags=({"ecs/cpu": ("256")}))\n`,
    read: [`job j tags run | ecs/cpu 1:16 text "256" 1:27`],
  },
  {
    title: "comments between",
    python: `j = job(  # one\n    tags={  # two\n        # three\n        "ecs/cpu":  # four\n            "256",\n    }\n)\n`,
    read: [`job j tags run | ecs/cpu 4:9 text "256" 5:13`],
  },
  { title: "a condition", python: `j = job(tags={"ecs/cpu": "256"} if prod else {})\n`, read: [] },
  {
    title: "a condition for the value",
    python: `j = job(tags={"ecs/cpu": "256" if prod else "512"})\n`,
    read: [`job j tags run | ecs/cpu 1:15 unknown 1:26`],
  },
  { title: "a comprehension", python: `j = job(tags={k: "ecs/cpu" for k in keys})\n`, read: [] },
  {
    title: "a text with all that",
    python: `doc = '''@job(tags={"ecs/cpu": "256"})'''\n# @job(tags={"ecs/cpu": "256"})\n`,
    read: [],
  },
  { title: "another keyword", python: `j = job(metadata={"ecs/cpu": "256"})\n`, read: [] },
  { title: "another function", python: `j = flow(tags={"ecs/cpu": "256"})\n`, read: [] },
  { title: "tags without ECS", python: `j = job(tags={"team": "ecs/data"})\n`, read: [] },
  {
    title: "a typing mistake in a key",
    python: `j = job(tags={"ecs/mem": "256", "ecs/team": "x"})\n`,
    read: [`job j tags run | ecs/mem 1:15 text "256" 1:26`],
  },
  { title: "an error in the dictionary", python: `j = job(tags={"ecs/cpu": "256" "ecs/memory": "1"})\n`, read: [] },
  {
    title: "an error elsewhere",
    python: `def broken(:\n    pass\n\n@job(tags={"ecs/cpu": "256"})\ndef a(): ...\n`,
    read: [`job a tags run? | ecs/cpu 4:12 text "256" 4:23`],
  },
  { title: "an unfinished file", python: `j = job(tags={"ecs/cpu": "256"`, read: [] },
  {
    title: "Windows line ends and a byte order mark",
    python: `\uFEFFx = 1\r\nj = job(tags={\r\n    "ecs/cpu": "256"\r\n})\r\n`,
    read: [`job j tags run | ecs/cpu 3:5 text "256" 3:16`],
  },
  {
    title: "letters beyond ASCII",
    python: `j = job(name="é😀", tags={"ecs/cpu": "256"})\n`,
    read: [`job é😀 tags run | ecs/cpu 1:27 text "256" 1:38`],
  },
  {
    title: "tabs",
    python: `def f():\n\treturn job(tags={"ecs/cpu": "256"})\n`,
    read: [`job f tags run | ecs/cpu 2:19 text "256" 2:30`],
  },
  {
    title: "a statement behind a semicolon",
    python: `x = 1; TAGS = {"ecs/cpu": "256"}\nj = job(tags=TAGS)\n`,
    read: [`job j tags run | ecs/cpu 1:16 text "256" 1:27`],
  },
  {
    title: "joined texts by an operator",
    python: `UNIT = "6"\nj = job(tags={"ecs/" + "cpu": "25" + UNIT, "ecs/memory": "5" + unit})\n`,
    read: [`job j tags run | ecs/cpu 2:15 text "256" 2:31; ecs/memory 2:44 unknown 2:58`],
  },
  {
    title: "calculations",
    python: `GB = 1024\nj = job(tags={"ecs/cpu": str(4 * GB), "ecs/memory": 2 * GB - 24 + 1, "ecs/ephemeral_storage": 100 / 2})\n`,
    read: [
      `job j tags run | ecs/cpu 2:15 text "4096" 2:26; ecs/memory 2:39 integer "2025" 2:53; ecs/ephemeral_storage 2:70 unknown 2:95`,
    ],
  },
  {
    title: "placeholders with constants",
    python: `N = 256\nj = job(tags={f"ecs/{'cpu'}": f"{N}", "ecs/memory": f"{N}0{{}}", "ecs/ephemeral_storage": f"{N:>5}", "ecs/task_overrides": f"{N!r}"})\n`,
    read: [
      `job j tags run | ecs/cpu 2:15 text "256" 2:31; ecs/memory 2:39 text "2560{}" 2:53; ecs/ephemeral_storage 2:66 unknown 2:91; ecs/task_overrides 2:102 unknown 2:124`,
    ],
  },
  {
    title: "a copy by its method",
    python: `BASE = {"ecs/cpu": "1"}\nj = job(tags=BASE.copy() | {"team": "a"})\n`,
    read: [`job j tags run | ecs/cpu 1:9 text "1" 1:20`],
  },
  {
    title: "entries of other dictionaries",
    python: `SIZES = {"big": {"ecs/cpu": "4096"}, "cpu": "1"}\nj = job(tags={**SIZES["big"], "ecs/memory": SIZES["cpu"], "ecs/ephemeral_storage": SIZES[x]})\n`,
    read: [
      `job j tags run | ecs/cpu 1:18 text "4096" 1:29; ecs/memory 2:31 text "1" 2:45; ecs/ephemeral_storage 2:59 unknown 2:84`,
    ],
  },
  {
    title: "a merge of three",
    python: `A = {"ecs/cpu": "1"}\nB = {"ecs/cpu": "2", "ecs/memory": "3"}\nC = {**A, **B}\nj = job(tags=dict(C | {"ecs/memory": "4"}, **A))\n`,
    read: [`job j tags run | ecs/cpu 1:6 text "1" 1:17; ecs/memory 4:24 text "4" 4:38`],
  },
  {
    title: "numbers of Python 2",
    python: `j = job(tags={"ecs/cpu": 0256, "ecs/memory": 00, "ecs/ephemeral_storage": 1j})\n`,
    read: [
      `job j tags run | ecs/cpu 1:15 unknown 1:26; ecs/memory 1:32 integer "0" 1:46; ecs/ephemeral_storage 1:50 other "1j" 1:75`,
    ],
  },
  {
    title: "an assignment in place of an argument",
    python: `j = job(tags := {"ecs/cpu": "1"})\n`,
    read: [],
  },
  {
    title: "a positional name in place of a keyword",
    python: `j = job(tags, {"ecs/cpu": "1"})\n`,
    read: [],
  },
  {
    title: "tags of a job over those of its graph",
    python: `@graph\ndef g(): ...\nj = g.to_job(tags={"ecs/cpu": "2"})\n`,
    read: [`job j tags run | ecs/cpu 3:20 text "2" 3:31`],
  },
  {
    title: "run_tags beside tags without ECS",
    python: `@job(tags={"team": "a"}, run_tags={"ecs/cpu": "2"})\ndef a(): ...\n`,
    read: [`job a run_tags run | ecs/cpu 1:36 text "2" 1:47`],
  },
  {
    title: "run_tags beside tags that are not known",
    python: `@job(tags=base(), run_tags={"ecs/cpu": "2"})\ndef a(): ...\n`,
    read: [`job a run_tags run partial | ecs/cpu 1:29 text "2" 1:40`],
  },
  {
    title: "configurations that give no tags",
    python: `A = job(config={}, tags={"ecs/cpu": "1"})\nC = {"ops": {}}\nB = job(config=C, tags={"ecs/cpu": "1"})\nD = job(config=dg.RunConfig(ops={}), tags={"ecs/cpu": "1"})\n`,
    read: [
      `job A tags run | ecs/cpu 1:26 text "1" 1:37`,
      `job B tags run | ecs/cpu 3:25 text "1" 3:36`,
      `job D tags run | ecs/cpu 4:44 text "1" 4:55`,
    ],
  },
  {
    title: "a configuration that may give each partition tags",
    python: `j = job(config=by_day, tags={"ecs/cpu": "1"})\n`,
    read: [`job j tags run? | ecs/cpu 1:30 text "1" 1:41`],
  },
  {
    title: "form feeds, and line ends of an old Mac",
    python: `x = 1\r\fj = job(tags={\r\t"ecs/cpu": "1"\r})\r`,
    read: [`job j tags run | ecs/cpu 3:2 text "1" 3:13`],
  },
  {
    title: "form feeds between and before lines of a block",
    python: `def f():\n    x = 1\n\f\n  \f    return job(tags={"ecs/cpu": "1"})\n`,
    read: [`job f tags run | ecs/cpu 4:25 text "1" 4:36`],
  },
  {
    title: "the print statement of Python 2",
    python: `print "a"\nj = job(tags={"ecs/cpu": "1"})\n`,
    read: [`job j tags run | ecs/cpu 2:15 text "1" 2:26`],
  },
  { title: "an empty file", python: "", read: [] },
];
