import { expect, it } from "vitest";
import { hideNamedValues, secretNamesOf } from "../../src/apply/log-secrets.ts";

const NAMES = secretNamesOf({ secrets: [{ name: "DB_PASSWORD", valueFrom: "arn:aws:ssm:us-east-1:1:parameter/x" }] });

it.each([
  ["DB_PASSWORD=hun ter2", "DB_PASSWORD=(hidden)"],
  ["export DB_PASSWORD='hun'\\''ter2'; run", "export DB_PASSWORD=(hidden); run"],
  ['{"DB_PASSWORD": "hun\\"ter2", "x": 1}', '{"DB_PASSWORD": (hidden), "x": 1}'],
  ["environ({'DB_PASSWORD': 'hun\\'ter2', 'x': '1'})", "environ({'DB_PASSWORD': (hidden), 'x': '1'})"],
  ["[('DB_PASSWORD', 'hunter2')]", "[('DB_PASSWORD', (hidden))]"],
  ["DB_PASSWORD: hunter2", "DB_PASSWORD: (hidden)"],
  ["DB_PASSWORD = b'hunter2'", "DB_PASSWORD = b(hidden)"],
  ['"{\\"DB_PASSWORD\\":\\"hunter2\\",\\"x\\":1}"', '"{\\"DB_PASSWORD\\":(hidden),\\"x\\":1}"'],
  ["DB_PASSWORD='a' DB_PASSWORD='b'", "DB_PASSWORD=(hidden) DB_PASSWORD=(hidden)"],
  ["connect postgres://etl:hunter2@db/etl", "connect postgres://etl:(hidden)@db/etl"],
  ["KeyError: 'DB_PASSWORD'", "KeyError: 'DB_PASSWORD'"],
  ["OLD_DB_PASSWORD=1 is not asked for", "OLD_DB_PASSWORD=1 is not asked for"],
  ["DB_PASSWORD_FILE=/run/x", "DB_PASSWORD_FILE=/run/x"],
  ["the variable DB_PASSWORD is not set", "the variable DB_PASSWORD is not set"],
])("%s", (line, shown) => expect(hideNamedValues(line, NAMES)).toBe(shown));
