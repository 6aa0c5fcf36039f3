/** Who may call: the shop's ID and password, or a token that was given for them. */
import { randomUUID } from 'node:crypto';
import type { SandboxContext } from '../sandbox-context.ts';
import { readParameters } from '../protocol-body.ts';
import { missing, Problem, wrong } from './problems.ts';

/** Seconds. */
const LIFETIME = 3600;

const unauthorized = (): Problem => new Problem('unauthorized_request', 'The credentials are not those of a shop.');

const ofScheme = (scheme: 'Basic' | 'Bearer', header: string): string | undefined =>
  new RegExp(`^${scheme} +([^ ]+) *$`, 'i').exec(header)?.[1];

function mustBeShop(header: string, { shopId, shopPass }: SandboxContext): void {
  const given = Buffer.from(ofScheme('Basic', header) ?? '', 'base64').toString('utf8');
  if (given !== `${shopId}:${shopPass}`) throw unauthorized();
}

/** Password or access token. */
export function mustBeAuthorized(request: Request, context: SandboxContext): void {
  const header = request.headers.get('Authorization') ?? '';
  const token = ofScheme('Bearer', header);
  if (token === undefined) {
    mustBeShop(header, context);
    return;
  }
  const expiresAt = context.store.accessTokens.get(token);
  if (!expiresAt || context.now() >= expiresAt) throw unauthorized();
}

/** `/token`: client credentials of OAuth 2.0. */
export async function issueAccessToken(request: Request, context: SandboxContext): Promise<Response> {
  mustBeShop(request.headers.get('Authorization') ?? '', context);
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new Problem('unsupported_media_type', 'The body must be a form.');
  }
  const form = await readParameters(request);
  for (const [name, value] of [['grant_type', 'client_credentials'], ['scope', 'openapi']] as const) {
    if (form.get(name) === '') throw missing(name);
    if (form.get(name) !== value) throw wrong(name);
  }
  const token = Buffer.from(`${randomUUID()}:${context.shopId}`).toString('base64');
  context.store.accessTokens.set(token, new Date(context.now().getTime() + LIFETIME * 1000));
  return Response.json(
    { access_token: token, expires_in: String(LIFETIME), scope: 'openapi', token_type: 'bearer' },
    { status: 201, headers: { 'Cache-Control': 'no-store' } },
  );
}
