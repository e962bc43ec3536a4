// What does a screen reader find on a page: its regions, headings, tables and what can be filled in or pressed?

import { islandsAreAwake } from "./test.ts";
import type { Page } from "./test.ts";

/** Roles that give a page its shape; text and links change with the data and have tests of their own. */
const SHAPE =
  /^\s*- (banner|navigation|main|complementary|contentinfo|region|form|search|heading|table|figure|img|textbox|searchbox|combobox|checkbox|radio|button|group|status|alert|slider|spinbutton)\b/;

/** One line per part of the accessibility tree that has a shape, indented as it is nested; options and rows are left out. */
export async function outline(page: Page): Promise<string> {
  // buttons that need JavaScript stand there once it is awake
  await islandsAreAwake(page);
  const tree = (await page.locator("body").ariaSnapshot()).replaceAll(/\d{4}-\d{2}-\d{2}-[0-9a-f]{8}/g, "(release)");
  const lines = tree.split("\n").filter((line) => SHAPE.test(line));
  return `${lines.map((line) => line.replace(/:( .*)?$/, "")).join("\n")}\n`;
}
