/** An event of ours: with data for fields; it bubbles and is composed. */
export class ShojiEvent extends Event {
  constructor(type: string, data?: object) {
    super(type, { bubbles: true, composed: true });
    Object.assign(this, data);
  }
}
