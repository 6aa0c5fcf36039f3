/** 支払方法: which of GMO's Method and PayTimes this shop takes. What a form says is held to this list. Pure. */
import type { PaymentPlan } from './gateway.ts';

/** As `<shoji-payment-method options>` reads it. The shop's contract has American Express in one payment only. */
export const PLAN_OPTIONS = '1 2-3 2-6 2-12 3 5; amex: 1';

export const ONE_PAYMENT: PaymentPlan = { method: '1', payTimes: null };

const PLANS: readonly PaymentPlan[] = (PLAN_OPTIONS.split(';')[0] ?? '').trim().split(' ').map((text) => {
  const [method = '1', payTimes] = text.split('-');
  return { method: method as PaymentPlan['method'], payTimes: payTimes ? Number(payTimes) : null };
});

/**
 * One payment where the form says nothing, because its script did not come. Undefined: not on the list.
 * @example readPlan({ method: '2', 'pay-times': '3' }) // { method: '2', payTimes: 3 }
 */
export function readPlan({ method, 'pay-times': payTimes }: Readonly<Record<string, string>>): PaymentPlan | undefined {
  if (!method) return ONE_PAYMENT;
  return PLANS.find((plan) => plan.method === method && String(plan.payTimes ?? '') === (payTimes ?? ''));
}
