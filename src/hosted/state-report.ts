import type { Brand } from '../card/brands.js';
import type { FieldName } from '../card/verification.js';
import type { HostedEnd } from '../channel/hosted-end.js';
import type { CardState } from '../channel/protocol.js';
import type { CardField } from './card-field.js';

/** Tells the page what it may know of the fields, when that changed. */
export function stateReport(end: HostedEnd, fields: readonly CardField<HTMLElement>[]) {
  let reported: CardState | undefined;
  return (brand: Brand | null, focused: FieldName | null): void => {
    const isSame = (field: CardField<HTMLElement>) => field.hasVerdict(reported?.fields[field.name]);
    if (reported?.brand === brand && reported.focused === focused && fields.every(isSame)) return;
    const verdicts = fields.map((field) => [field.name, field.verdict] as const);
    const state: CardState = (reported = {
      complete: verdicts.every(([, { complete }]) => complete),
      empty: verdicts.every(([, { empty }]) => empty),
      brand,
      focused,
      fields: Object.fromEntries(verdicts),
    });
    end.send({ type: 'state', state });
  };
}
