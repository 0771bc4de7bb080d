import { failureOf } from '../backend';
import { failureLines, fileName, t } from '../words';

/** Something that is saved where the person says, and what became of it. */
export class Saving {
  /** In words; `null` where nothing was saved or nobody asked. */
  said = $state<string | null>(null);
  busy = $state(false);

  async run(save: () => Promise<string | null>): Promise<void> {
    this.busy = true;
    try {
      const saved = await save();
      this.said = saved === null ? null : t('save-report-done', { name: fileName(saved) });
    } catch (reason) {
      const failure = failureOf(reason);
      const lines = failureLines(failure.code, failure.values) ?? failureLines('internal');
      this.said = lines ? `${lines.what} ${lines.next}` : null;
    } finally {
      this.busy = false;
    }
  }
}
