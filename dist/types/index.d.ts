/** The package: classes and types, no side effects. `shoji-card/define` registers them. */
export { ShojiCard } from './elements/shoji-card.js';
export * from './elements/events.js';
export { ShojiError, type ErrorCode, type ErrorType } from './errors.js';
export type { CardToken, Phase } from './payment/payment-state.js';
export type { ChallengeOptions, ChallengeOutcome, ChallengeStatus } from './three-ds/challenge.js';
