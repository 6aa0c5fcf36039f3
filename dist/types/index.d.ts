/** The package: classes and types, no side effects. `shoji-card/define` registers them. */
export { ShojiCard } from './elements/shoji-card.js';
export { ShojiChallengeEvent, ShojiChangeEvent, ShojiErrorEvent, ShojiOutcomeEvent, ShojiReadyEvent, ShojiTokenEvent, } from './elements/events.js';
export { ShojiError, type ErrorCode, type ErrorType } from './errors.js';
export type { CardState, CardToken, Phase } from './payment/payment-state.js';
export type { ChallengeOptions, ChallengeOutcome, ChallengeStatus } from './three-ds/challenge.js';
