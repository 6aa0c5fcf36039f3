import type { FieldLook } from '../channel/style-protocol.js';
import { inTime } from '../in-time.js';
import { importPartMirror } from '../mirror/import-part-mirror.js';
import type { MirrorStage, PartMirror } from '../mirror/part-mirror.js';

/** What comes beside the script comes while the frame does; the fields wait no longer for it. */
const DEADLINE = 3_000;

/** The fields as the frame shows them by itself: plain, and usable. */
const PLAIN: FieldLook = { style: [], fonts: [] };

/**
 * Tells the frame how the fields look, at first and whenever that changes. Without the code that reads the shop's style the fields
 * are plain, and no payment is lost for it.
 */
export class Dresser {
  readonly #stage: MirrorStage;
  #mirror: PartMirror | undefined;

  constructor(stage: MirrorStage) {
    this.#stage = stage;
  }

  /**
   * @param words - what else is waited for
   * @param isForDevelopers - the console says what cannot be shown
   */
  async dress(words: Promise<void>, isForDevelopers: boolean): Promise<void> {
    const look = this.#load();
    await inTime(Promise.all([words, look]), DEADLINE);
    this.#tell();
    if (!this.#mirror) {
      await look; // it may come later than it was waited for
      this.#tell();
    }
    if (isForDevelopers) this.#mirror?.tellWhatStays();
  }

  /** The fields stand in another way now. */
  follow(): void {
    this.#mirror?.follow();
  }

  #tell(): void {
    if (this.#stage.host.isConnected) this.#stage.changed(this.#mirror?.read() ?? PLAIN);
  }

  async #load(): Promise<void> {
    try {
      const { PartMirror: Mirror } = await importPartMirror();
      this.#mirror ??= new Mirror(this.#stage);
    } catch {
      console.warn('shoji-card: part-mirror.js did not load; the fields are plain.');
    }
  }
}
