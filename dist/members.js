import { a as ShojiRemoveCardEvent, i as ShojiChooseMethodEvent, n as ShojiPaymentMethod, o as instalments, r as ShojiChooseCardEvent, t as ShojiSavedCards } from "./members/elements.js";

export { ShojiChooseCardEvent, ShojiChooseMethodEvent, ShojiPaymentMethod, ShojiRemoveCardEvent, ShojiSavedCards, instalments };