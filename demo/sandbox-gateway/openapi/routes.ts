/** The OpenAPI type: one table of calls, one way through all of them: who asks, what is asked, and was it asked before? */
import { Hono, type Context } from 'hono';
import { Refusal } from '../error-codes.ts';
import { delayOf, never, pause, type FaultValues } from '../faults.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import { issueAccessToken, mustBeAuthorized } from './access.ts';
import type { Answered } from './answers.ts';
import { callbackRoutes } from './callback.ts';
import { charge, chargeOnfile, finalize, store, verify } from './credit-calls.ts';
import { once } from './idempotency.ts';
import { createMember, deleteItem, deleteMember, inquireMember } from './members.ts';
import { cancel, capture, inquire, update } from './order-calls.ts';
import { Problem, problemOf, writeProblem, type Title } from './problems.ts';
import {
  CHARGE, FINALIZE, INQUIRY, MEMBER_CREATE, MEMBER_DELETE, MEMBER_DELETE_ITEM, MEMBER_INQUIRY, ONFILE_CHARGE, OPERATION, STORE, UPDATE,
  VERIFY,
} from './requests.ts';
import type { Shape } from './shapes.ts';

interface OpenApiCall {
  readonly isIdempotent: boolean;
  readonly run: (body: unknown, context: SandboxContext) => Answered;
}

type Run<T> = (request: T, context: SandboxContext) => Answered;

const changes = <T>({ parse }: Shape<T>, run: Run<T>): OpenApiCall => ({
  isIdempotent: true,
  run: (body, context) => run(parse(body, ''), context),
});

const asks = <T>(shape: Shape<T>, run: Run<T>): OpenApiCall => ({ ...changes(shape, run), isIdempotent: false });

const CALLS: ReadonlyMap<string, OpenApiCall> = new Map([
  ['/credit/charge', changes(CHARGE, charge)],
  ['/credit/on-file/charge', changes(ONFILE_CHARGE, chargeOnfile)],
  ['/credit/verifyCard', changes(VERIFY, verify)],
  ['/credit/storeCard', changes(STORE, store)],
  ['/tds2/finalizeCharge', changes(FINALIZE, finalize('charge'))],
  ['/tds2/finalizeVerification', changes(FINALIZE, finalize('verification'))],
  ['/order/inquiry', asks(INQUIRY, inquire)],
  ['/order/capture', changes(OPERATION, capture)],
  ['/order/cancel', changes(OPERATION, cancel)],
  ['/order/update', changes(UPDATE, update)],
  ['/member/create', changes(MEMBER_CREATE, createMember)],
  ['/member/inquiry', asks(MEMBER_INQUIRY, inquireMember)],
  ['/member/delete', changes(MEMBER_DELETE, deleteMember)],
  ['/member/deleteItem', changes(MEMBER_DELETE_ITEM, deleteItem)],
]);

/** The real gateway has two hosts, neither with a path of its own; the sandbox has both on its one origin. */
const PATHS = ['/token', '/credit/*', '/tds2/*', '/order/*', '/member/*', '/wallet/*', '/cash/*', '/verification/*'];

const FAULT_TITLES: Partial<Record<FaultValues['openApi'], Title>> = {
  'status-429': 'too_many_requests',
  'status-500': 'internal_server_error',
  'status-502': 'bad_gateway',
  'status-503': 'service_unavailable',
};

export function openApiRoutes(context: SandboxContext): Hono {
  const { faults } = context;
  const routes = new Hono();
  routes.route('/', callbackRoutes(context));

  const answer = async ({ req }: Context): Promise<Response> => {
    const call = CALLS.get(req.path);
    if (!call && req.path !== '/token') throw new Problem('resource_not_found', 'There is no such endpoint.');
    if (req.method !== 'POST') throw new Problem('method_not_allowed', 'The method must be POST.');
    const fault = faults.get('openApi');
    const title = FAULT_TITLES[fault];
    if (title) throw new Problem(title, 'The console page of the sandbox wants this.');
    if (!call) return issueAccessToken(req.raw, context);
    mustBeAuthorized(req.raw, context);
    if (!/^application\/json\b/i.test(req.header('Content-Type') ?? '')) {
      throw new Problem('unsupported_media_type', 'The body must be JSON.');
    }
    const body: unknown = await req.json().catch(() => {
      throw new Problem('invalid_request', 'The body is not JSON.');
    });
    const key = call.isIdempotent ? (req.header('Idempotency-Key') ?? '') : '';
    const answered = await once(key, `${req.path} ${JSON.stringify(body)}`, context, async () => {
      await pause(delayOf(fault));
      return call.run(body, { ...context, endpoint: req.path });
    });
    if (fault === 'silent') return never();
    return Response.json(answered.body, { status: answered.status, headers: { 'Cache-Control': 'no-store' } });
  };

  for (const path of PATHS) {
    routes.all(path, async (c) => {
      try {
        return await answer(c);
      } catch (error) {
        const problem = error instanceof Refusal ? problemOf(error.errInfos[0] ?? 'E91099997') : error;
        if (problem instanceof Problem) return writeProblem(problem, c.req.path);
        throw error;
      }
    });
  }
  return routes;
}
