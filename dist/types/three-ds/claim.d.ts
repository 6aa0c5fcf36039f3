/**
 * Takes an attempt in hand for this page, for as long as the page lives: a duplicated tab has a copy of everything that the tab
 * remembers, and one attempt has one result (Web Locks API; a lock ends with its page, however that ends).
 * @returns false while another page has it
 */
export declare function claim(id: string): Promise<boolean>;
