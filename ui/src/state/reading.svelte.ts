// How the document is looked at: zoom, the page under the eye, pages seen. Lengths of pages are PDF points.
import { SvelteSet } from 'svelte/reactivity';
import type { PageInfo } from '../bindings/PageInfo';

/** CSS pixels for one PDF point at 100 %. */
const pixelsPerPoint = 96 / 72;
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const smallest = steps[0] ?? 1;
const largest = steps[steps.length - 1] ?? 1;
/** Wider than this, a page that fits the window is harder to read, not easier. */
const widestFit = 1.35;

export class Reading {
  zoom = $state<'fit' | number>('fit');
  /** Width in CSS pixels that a page may take. */
  room = $state(800);
  /** Index of the page under the eye. */
  page = $state(0);
  /** Index of a page that is to come under the eye. */
  wanted = $state<number | null>(null);
  readonly seen = new SvelteSet<number>();

  constructor(readonly pages: readonly PageInfo[]) {}

  /** 1 is 100 %. */
  get factor(): number {
    if (this.zoom !== 'fit') return this.zoom;
    const widest = Math.max(...this.pages.map((page) => page.width), 1) * pixelsPerPoint;
    return Math.min(Math.max(this.room / widest, smallest), widestFit);
  }

  /** CSS pixels for one PDF point. */
  get scale(): number {
    return this.factor * pixelsPerPoint;
  }

  get percent(): number {
    return Math.round(this.factor * 100);
  }

  zoomIn(): void {
    this.zoom = steps.find((step) => step > this.factor + 0.01) ?? largest;
  }

  zoomOut(): void {
    this.zoom = steps.findLast((step) => step < this.factor - 0.01) ?? smallest;
  }

  zoomBy(ratio: number): void {
    this.zoom = Math.min(Math.max(this.factor * ratio, smallest), largest);
  }

  fit(): void {
    this.zoom = 'fit';
  }

  goTo(page: number): void {
    this.wanted = page;
  }

  look(page: number): void {
    this.page = page;
    this.seen.add(page);
  }
}
