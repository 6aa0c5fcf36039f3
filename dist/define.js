import { t as ShojiCard } from "./elements.js";
import { t as registerShojiCard } from "./register.js";

// src/define.ts
registerShojiCard();

export { ShojiCard };
//# sourceMappingURL=define.js.map