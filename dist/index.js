import { a as ShojiOutcomeEvent, i as ShojiErrorEvent, l as ShojiError, n as ShojiChallengeEvent, o as ShojiReadyEvent, r as ShojiChangeEvent, s as ShojiTokenEvent, t as ShojiCard } from "./elements.js";

export { ShojiCard, ShojiChallengeEvent, ShojiChangeEvent, ShojiError, ShojiErrorEvent, ShojiOutcomeEvent, ShojiReadyEvent, ShojiTokenEvent };