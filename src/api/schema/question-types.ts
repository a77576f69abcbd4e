import type { CypherType, Field } from '../../graph/library/cypher-type.js';
import { type Param, SCOPE_PARAM, type Statement } from '../../graph/library/header.js';
import { isTold } from '../../insight/index.js';
import { AppError } from '../../kernel/error.js';

/** Types of the schema made for a published question: its row, and the records inside it. */
export interface QuestionSdl {
  readonly field: string;
  readonly types: readonly string[];
}

const TOLD = ['"What the row says, in words."\n  why: String!', '"The same in Chinese."\n  whyZh: String!'];

/**
 * A question of the library as a field of Query: typed arguments with their defaults, and a row type named after it.
 */
export function questionSdl(statement: Statement): QuestionSdl {
  const row = `${capital(statement.api!)}Row`;
  const types: string[] = [];
  const columns = statement.rows.map((column) => fieldSdl(column, row, types));
  if (isTold(statement.name)) columns.push(...TOLD);
  if (statement.rows.some((column) => column.name === 'customerId'))
    columns.push('"The customer, as this viewer may see it."\n  customer: Customer');
  types.unshift(`${quoted(`A row of ${statement.api}.`)}\ntype ${row} {\n  ${columns.join('\n  ')}\n}`);
  const params = statement.params
    .filter(({ name }) => name !== SCOPE_PARAM)
    .map((param) => argumentSdl(param, statement));
  const args = params.length > 0 ? `(\n  ${params.join('\n  ')}\n)` : '';
  return { field: `${quoted(statement.title)}\n${statement.api}${args}: [${row}!]! ${forRoles(statement)}`, types };
}

function forRoles({ roles, tellsOf }: Statement): string {
  const limited = tellsOf === 'everybody' ? '' : ', limited: true';
  return `@for(roles: [${roles.map((role) => role.replace('-', '_')).join(', ')}]${limited})`;
}

function argumentSdl(param: Param, { name }: Statement): string {
  const optional = param.defaultValue !== undefined && param.defaultValue !== null;
  const type = typeSdl(param.type, param.name, () => {
    throw new AppError(
      'SETUP',
      `cypher/${name}.cypher: a published question cannot take a record`,
      'take scalars and lists, or drop its `api` line',
    );
  });
  return `${quoted(param.about)}\n  ${param.name}: ${optional ? `${bare(type)} = ${literal(param.defaultValue)}` : type}`;
}

function fieldSdl(field: Field, owner: string, types: string[]): string {
  const type = typeSdl(field.type, field.name, (fields) => {
    const name = `${owner}${capital(field.name)}`;
    const inner: string[] = [];
    const lines = fields.map((f) => fieldSdl(f, name, inner));
    types.push(`${quoted(field.about || `Part of ${owner}.`)}\ntype ${name} {\n  ${lines.join('\n  ')}\n}`, ...inner);
    return name;
  });
  return `${quoted(field.about)}\n  ${field.name}: ${type}${holdsCustomers(field) ? ' @customer' : ''}`;
}

/** `customerId` needs no mark. */
function holdsCustomers({ name, type }: Field): boolean {
  const of = type.kind === 'list' ? type.of : type;
  return of.kind === 'customer' && name !== 'customerId';
}

/** `record` names the type made for a record. */
function typeSdl(type: CypherType, name: string, record: (fields: readonly Field[]) => string): string {
  const inner = type.kind === 'list' ? `[${typeSdl(type.of, name, record)}]` : scalarSdl(type, name, record);
  return type.nullable ? inner : `${inner}!`;
}

function scalarSdl(
  type: Exclude<CypherType, { kind: 'list' }>,
  name: string,
  record: (fields: readonly Field[]) => string,
): string {
  switch (type.kind) {
    case 'customer':
      return 'ID';
    case 'string':
      return /^id$|Ids?$/.test(name) ? 'ID' : 'String';
    case 'integer':
      // GraphQL's Int ends at 2^31; money in minor units can be more.
      return name.endsWith('Minor') ? 'Float' : 'Int';
    case 'float':
      return 'Float';
    case 'boolean':
      return 'Boolean';
    case 'datetime':
    case 'epoch':
      return 'DateTime';
    case 'date':
      return 'Date';
    case 'record':
      return record(type.fields);
    default:
      return 'JSON';
  }
}

function bare(type: string): string {
  return type.endsWith('!') ? type.slice(0, -1) : type;
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}

function quoted(text: string): string {
  return text === '' ? '' : `"""${text.replaceAll('"""', "'''")}"""`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
