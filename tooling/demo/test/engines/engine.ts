/** A browser that is not Chromium, as much of it as a journey needs. */
export interface Engine {
  /** As people call it. */
  name: string;
  /** What this machine lacks to run it; null: nothing. */
  missing: string | null;
  /** Why its driver has no finger; null: it has one. */
  fingerless: string | null;
  open(): Promise<OpenEngine>;
}

export interface OpenEngine {
  /** As it says itself. */
  version: string;
  /** One page of it, without a past. */
  openTab(): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  goTo(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The value of an expression in the page, as JSON carries it. */
  ask<T>(expression: string): Promise<T>;
  /** With the mouse, in pixels from the window's corner. */
  clickAt(x: number, y: number): Promise<void>;
  /** The same with a finger, where the engine has one. */
  tapAt(x: number, y: number): Promise<void>;
  /** Makes the page this wide, in CSS pixels. */
  resize(width: number): Promise<void>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** What the console complained of; an engine that keeps that to itself has none. */
  complaints(): string[];
  close(): Promise<void>;
}

/** `BackTab`: Tab with Shift. */
export type Key = "Tab" | "BackTab" | "Enter" | "Space" | "ArrowRight";
