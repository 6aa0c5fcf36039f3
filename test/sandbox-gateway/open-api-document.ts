/**
 * Compares what went between a shop and the sandbox with the gateway's own document of the OpenAPI type (OpenAPI 3.1), which is
 * published but not ours to keep here: GMO_OPENAPI_DOCUMENT names a copy of it.
 */
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import assert from 'node:assert/strict';
import type { Options, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** One request and its answer. */
export interface Exchange {
  readonly path: string;
  readonly method: string;
  readonly request: { readonly type: string; readonly text: string; readonly headers: Readonly<Record<string, string>> };
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

type Schema = Readonly<Record<string, unknown>>;

interface OpenApiDocument {
  readonly info: { readonly version: string };
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
}

interface Operation {
  readonly parameters?: readonly Schema[];
  readonly requestBody: { readonly content: Content };
  readonly responses: Readonly<Record<string, Schema>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** These come before any endpoint, and the document has them for all. */
const EVERYWHERE = [401, 404, 405, 415, 429, 503];

/** What the schemas of these answers lack and their published examples have. */
const IN_EXAMPLES_ONLY = new Set(['/order/capture', '/order/cancel', '/order/update']);

const isRecord = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

export class Conformance {
  readonly #document: OpenApiDocument;
  readonly #ajv: Ajv2020;
  readonly #checks = new Map<string, ValidateFunction>();
  /** Status by title, out of the table of errors. */
  readonly #titles: ReadonlyMap<string, number>;

  constructor(file: string) {
    this.#document = JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument;
    const options: Options = { strict: false, allErrors: true, validateSchema: false };
    this.#ajv = new Ajv2020(options);
    addFormats(this.#ajv);
    const errors = this.#document.tags.find(({ name }) => name === 'errors')?.description ?? '';
    this.#titles = new Map([...errors.matchAll(/^\|(\w+)\|.*\|(\d{3})\|$/gm)].map(([, title = '', status]) => [title, Number(status)]));
  }

  get version(): string {
    return this.#document.info.version;
  }

  get titles(): number {
    return this.#titles.size;
  }

  /** Does the document allow this body? */
  allows(path: string, body: unknown): boolean {
    return this.#validate(`${path} request`, () => this.#requestSchema(path), withoutEmpty(body)).length === 0;
  }

  /** A body with everything in it that the document has for this path, made of its examples; the first where there is a choice. */
  exampleOf(path: string): unknown {
    return exampleOf(this.#requestSchema(path));
  }

  #requestSchema(path: string): Schema {
    const [content] = Object.values(this.#document.paths[path]?.post.requestBody.content ?? {});
    return loosened(this.#resolved(content?.schema ?? {}));
  }

  /** What is wrong with this exchange, in words; nothing when it is as the document says. */
  complaintsOf(exchange: Exchange): string[] {
    const where = `${exchange.method} ${exchange.path} ${exchange.status}`;
    return [...this.#request(exchange), ...this.#answer(exchange)].map((complaint) => `${where}: ${complaint}`);
  }

  /** A request that the document does not allow must not be taken. */
  #request({ path, method, request, status }: Exchange): string[] {
    const operation = this.#document.paths[path]?.post;
    if (status >= 300 || method !== 'POST' || !operation) return [];
    const content = operation.requestBody.content[request.type];
    if (!content) return [`a request of type ${request.type} was taken`];
    const body = request.type === 'application/json' ? withoutEmpty(JSON.parse(request.text)) : Object.fromEntries(new URLSearchParams(request.text));
    return [
      ...this.#validate(`${path} request`, () => this.#requestSchema(path), body).map((error) => `the request was taken, but ${error}`),
      ...this.#headers(operation, request.headers),
    ];
  }

  #headers({ parameters = [] }: Operation, headers: Readonly<Record<string, string>>): string[] {
    return parameters.map((parameter) => this.#resolved(parameter)).flatMap(({ name, schema }) => {
      const given = headers[String(name).toLowerCase()];
      return given === undefined ? [] : this.#validate(String(name), () => schema as Schema, given).map((error) => `header ${String(name)}: ${error}`);
    });
  }

  #answer({ path, status, type, text }: Exchange): string[] {
    const responses = this.#document.paths[path]?.post.responses;
    const documented = responses?.[String(status)];
    if (!documented) {
      if (!EVERYWHERE.includes(status)) return ['the document has no such status here'];
      return this.#problem(path, status, type, text);
    }
    const { content } = this.#resolved(documented) as { readonly content: Content };
    const schema = content[type]?.schema;
    if (!schema) return [`the answer is ${type}`];
    if (status >= 400) return this.#problem(path, status, type, text);
    const body: unknown = JSON.parse(text);
    const known = IN_EXAMPLES_ONLY.has(path) && isRecord(body) ? { ...body, tds2Result: undefined } : body;
    return this.#validate(`${path} ${status}`, () => closed(this.#resolved(schema)), known);
  }

  #problem(path: string, status: number, type: string, text: string): string[] {
    const body: unknown = JSON.parse(text);
    const errors = this.#validate('problem', () => closed(this.#resolved({ $ref: '#/components/schemas/Problem' })), body);
    if (type !== 'application/problem+json') errors.push(`a problem of type ${type}`);
    const { title, instance } = body as { readonly title?: string; readonly instance?: string };
    if (this.#titles.get(title ?? '') !== status) errors.push(`${title ?? 'no title'} has not this status in the table of errors`);
    if (instance !== path) errors.push(`instance is ${instance ?? 'missing'}`);
    return errors;
  }

  /** `name` is that of the schema, which is compiled once. */
  #validate(name: string, schemaOf: () => Schema, value: unknown): string[] {
    const check = this.#checks.get(name) ?? this.#ajv.compile(schemaOf());
    this.#checks.set(name, check);
    // the validator takes undefined for a value
    const plain: unknown = JSON.parse(JSON.stringify(value));
    if (check(plain)) return [];
    return (check.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
  }

  /** With every `$ref` in its place; the document has no circle in it. */
  #resolved(value: Schema): Schema;
  #resolved(value: unknown): unknown;
  #resolved(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#resolved(each as unknown));
    if (!isRecord(value)) return value;
    const { $ref, ...rest } = value;
    const own = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, this.#resolved(each)]));
    return typeof $ref === 'string' ? { ...(this.#resolved(this.#at($ref)) as Schema), ...own } : own;
  }

  #at(reference: string): unknown {
    return reference
      .slice(2)
      .split('/')
      .reduce<unknown>((value, name) => (value as Schema)[name.replaceAll('~1', '/').replaceAll('~0', '~')], this.#document);
  }
}

/** The document leaves its answers open for what is to come; ours may have nothing that is not in it. */
function closed(schema: Schema, isPart = false): Schema {
  const inner: Record<string, unknown> = { ...schema };
  if (isRecord(schema['properties'])) {
    inner['properties'] = Object.fromEntries(Object.entries(schema['properties']).map(([name, each]) => [name, closed(each as Schema)]));
  }
  if (isRecord(schema['items'])) inner['items'] = closed(schema['items']);
  for (const word of ['allOf', 'oneOf']) {
    const parts = schema[word];
    if (Array.isArray(parts)) inner[word] = parts.map((part) => closed(part as Schema, word === 'allOf'));
  }
  const hasMembers = 'properties' in schema || 'allOf' in schema;
  if (hasMembers && !isPart && schema['additionalProperties'] === undefined) inner['unevaluatedProperties'] = false;
  return inner;
}

/** The three ways to name a card in /credit/verifyCard require nothing, so that any of them is all of them: `oneOf` cannot hold. */
function loosened(schema: unknown): Schema {
  if (Array.isArray(schema)) return schema.map(loosened) as unknown as Schema;
  if (!isRecord(schema)) return schema as Schema;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, loosened(value)]));
}

function exampleOf(schema: Schema): unknown {
  const { properties, items, anyOf, example, enum: words, type } = schema;
  if (Array.isArray(anyOf)) return exampleOf(anyOf[0] as Schema);
  if (isRecord(properties)) return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, exampleOf(each as Schema)]));
  if (isRecord(items)) return Array.isArray(example) ? example : [exampleOf(items)];
  if (type === 'boolean') return false;
  if (type === 'number' || type === 'integer') return 1;
  if (Array.isArray(words)) return words[0];
  return typeof example === 'string' ? example : undefined;
}

/** By the document, null and an empty text are as good as nothing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isRecord(value)) return value;
  const given = Object.entries(value).filter(([, each]) => each !== null && each !== '');
  return Object.fromEntries(given.map(([name, each]) => [name, withoutEmpty(each)]));
}

/** The copy, or nothing. */
export const DOCUMENT = process.env['GMO_OPENAPI_DOCUMENT'] ?? '';

/** Keeps every exchange of the calls that the document has, for `startSandbox`. */
export function recorder(exchanges: Exchange[]) {
  return async (request: Request, next: () => Response | Promise<Response>): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (!/^\/(?:token$|credit\/|tds2\/|order\/|member\/)/.test(pathname)) return next();
    const text = await request.clone().text();
    const response = await next();
    exchanges.push({
      path: pathname,
      method: request.method,
      request: { type: (request.headers.get('Content-Type') ?? '').split(';')[0] ?? '', text, headers: Object.fromEntries(request.headers) },
      status: response.status,
      type: response.headers.get('Content-Type') ?? '',
      text: await response.clone().text(),
    });
    return response;
  };
}

/** To be called at the end of a suite: all that it said and heard is as the document has it. */
export function itMatchesTheDocument(exchanges: readonly Exchange[]): void {
  const name = 'every request and every answer above is as the published document has it';
  if (DOCUMENT === '') {
    it(`${name} (skipped: GMO_OPENAPI_DOCUMENT names no copy of it)`, { skip: true });
    return;
  }
  it(name, () => {
    const conformance = new Conformance(DOCUMENT);
    assert.ok(exchanges.length > 0);
    assert.deepEqual(exchanges.flatMap((exchange) => conformance.complaintsOf(exchange)), []);
  });
}

/** That the comparison sees what is wrong. */
export function itWouldSeeAMismatch(exchanges: readonly Exchange[]): void {
  if (DOCUMENT === '') {
    it('a broken answer is refused (skipped: GMO_OPENAPI_DOCUMENT names no copy of the document)', { skip: true });
    return;
  }
  it('a broken answer is refused', () => {
    const conformance = new Conformance(DOCUMENT);
    const good = exchanges.find(({ path, status }) => path === '/credit/charge' && status === 201);
    const bad = exchanges.find(({ path, status }) => path === '/credit/charge' && status === 400);
    assert.ok(good && bad);
    assert.ok(conformance.titles > 20, 'the table of errors was read');
    const refuses = (exchange: Exchange, reason: RegExp) => assert.match(conformance.complaintsOf(exchange).join('\n'), reason);
    const changed = (from: RegExp, to: string): Exchange => ({ ...good, text: good.text.replace(from, to) });
    assert.deepEqual(conformance.complaintsOf(good), []);
    refuses(changed(/"amount":"(\d+)"/, '"amount":$1'), /amount must be string/);
    refuses(changed(/"status":"AUTH"/, '"status":"VOID"'), /status must be equal to one of the allowed values/);
    refuses(changed(/"created":"/, '"created":"on '), /must match format "date-time"/);
    refuses(changed(/"nextAction"/, '"next"'), /must NOT have unevaluated properties/);
    refuses(changed(/"cardNumber"/, '"cardNo"'), /must NOT have unevaluated properties/);
    refuses({ ...good, status: 200 }, /no such status/);
    refuses({ ...good, type: 'text/plain' }, /the answer is text\/plain/);
    refuses({ ...good, request: { ...good.request, text: '{}' } }, /must have required property 'merchant'/);
    refuses({ ...good, request: { ...good.request, headers: { 'idempotency-key': 'x'.repeat(37) } } }, /header Idempotency-Key/);
    refuses({ ...bad, text: bad.text.replace(/"title":"\w+"/, '"title":"conflict"') }, /has not this status/);
  });
}
