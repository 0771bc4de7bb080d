// Where the seal of the next signature stands: in a field that waits, in a box of a page, or nowhere.
import type { FieldInfo } from '../bindings/FieldInfo';
import type { Order } from '../bindings/Order';
import type { PageInfo } from '../bindings/PageInfo';
import type { Spot } from '../bindings/Spot';

/** The smallest seal in which words can be read, in points. */
const smallest = { width: 60, height: 30 };
/** The name of a choice that is a field's. */
const ofField = (name: string) => `field:${name}`;

export class SealWish {
  /** `none`, `page`, or `field:` and the name of a field. */
  choice = $state('none');
  /** The box of one's own; its lengths are points of the page as shown. */
  spot = $state<Spot | null>(null);
  /** A free place is being looked for. */
  looking = $state(false);

  constructor(
    readonly fields: readonly FieldInfo[],
    readonly pages: readonly PageInfo[],
  ) {
    const first = fields[0];
    if (first) this.choice = ofField(first.name);
  }

  /** The field that is to be signed. */
  get field(): FieldInfo | null {
    return this.fields.find(({ name }) => ofField(name) === this.choice) ?? null;
  }

  /** The box on the page, of a field or of one's own. */
  get shown(): Spot | null {
    return this.field?.spot ?? (this.choice === 'page' ? this.spot : null);
  }

  /** Whether the box can be put elsewhere. */
  get movable(): boolean {
    return this.choice === 'page';
  }

  /** Takes the place that the program found, and chooses it where no field waits. */
  propose(spot: Spot | null): void {
    this.spot = spot;
    if (spot && this.fields.length === 0) this.choice = 'page';
  }

  move(right: number, down: number): void {
    const { spot } = this;
    if (!spot) return;
    const { place } = spot;
    this.#put(spot.page, { ...place, x: place.x + right, y: place.y + down });
  }

  resize(right: number, down: number): void {
    const { spot } = this;
    if (!spot) return;
    const { place } = spot;
    this.#put(spot.page, { ...place, width: place.width + right, height: place.height + down });
  }

  toPage(page: number): void {
    if (this.spot && Number.isInteger(page) && page >= 1 && page <= this.pages.length) this.#put(page, this.spot.place);
  }

  /** What an order says of it. */
  order(): Pick<Order, 'field' | 'seal'> {
    const { field, spot } = this;
    if (field) return { field: field.name, seal: field.spot ? { kind: 'field' } : null };
    return { field: null, seal: this.choice === 'page' && spot ? { kind: 'page', ...spot } : null };
  }

  /** Never outside its page, never too small to be read. */
  #put(page: number, place: Spot['place']): void {
    const size = this.pages[page - 1];
    if (!size) return;
    const width = Math.min(Math.max(place.width, smallest.width), size.width);
    const height = Math.min(Math.max(place.height, smallest.height), size.height);
    const inside = (at: number, length: number, whole: number) => Math.min(Math.max(at, 0), whole - length);
    this.spot = { page, place: { x: inside(place.x, width, size.width), y: inside(place.y, height, size.height), width, height } };
  }
}
