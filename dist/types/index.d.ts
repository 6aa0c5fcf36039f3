/** The package: classes and types, no side effects. `shoji-card/define` registers them. */
export { ShojiCard } from './elements/shoji-card.js';
export { ShojiChallengeEvent, ShojiChangeEvent, ShojiErrorEvent, ShojiOutcomeEvent, ShojiReadyEvent, ShojiTokenEvent, } from './elements/events.js';
export type { Diagnosis, Finding, Severity } from './doctor/diagnosis.js';
export { ShojiError, type ErrorCode, type ErrorType } from './errors.js';
export type { BrowserDetails } from './payment/browser-details.js';
export type { CardState, CardToken, Phase } from './payment/payment-state.js';
export type { ChallengeOptions, ChallengeOutcome, ChallengeStatus, Presentation } from './three-ds/challenge.js';
export type { ConsentRecord } from './three-ds/consent.js';
export { challengeWindowSize, type WindowSizeCode } from './three-ds/window-size.js';
