// Is every page there for everybody, in both languages? Narrow, dark, with letters twice as large, in colours the reader has
// forced, with the keyboard alone and without motion; and what a screen reader finds on it is what was written down.

import { expectAccessible, expectContrast, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { outline } from "../harness/outline.ts";
import { expect, hasIslands, locales, test } from "../harness/test.ts";
import type { Page } from "../harness/test.ts";

/** Every kind of page, by the name of its snapshot. */
const pages: Record<string, string> = {
  home: "/",
  conditions: "/conditions",
  condition: "/conditions/hip-fracture?region=JP-27",
  hospitals: "/hospitals?region=JP-27&care=deliveries",
  hospital: "/hospitals/demo-27040",
  "hospital-collected": "/hospitals/demo-27082?h=demo-27040,demo-27003",
  measures: "/measures",
  measure: "/measures/demo-readmission",
  compare: "/compare?h=demo-27040,demo-27082&m=demo-falls",
  priorities: "/priorities?preset=older&region=JP-27",
  areas: "/areas",
  area: "/areas/27",
  demonstration: "/demonstration",
  charts: "/charts?measure=demo-readmission&chart=funnel",
  press: "/press",
  "press-measure": "/press/measures/demo-readmission",
  "press-region": "/press/regions/JP-27",
  api: "/api",
  missing: "/missing",
  words: "/words",
  methods: "/methods",
  sources: "/sources",
  corrections: "/corrections",
  data: "/data",
  terms: "/terms",
  about: "/about",
  privacy: "/privacy",
  accessibility: "/accessibility",
  report: "/report?hospital=demo-27040&measure=demo-falls",
  reply: "/reply?hospital=demo-27040&measure=demo-falls",
  card: "/share/card?hospital=demo-27040",
  poster: "/share/poster?hospital=demo-27040",
  handout: "/share/handout?region=JP-27",
  questions: "/share/questions?preset=older&region=JP-27",
  furigana: "/conditions/hip-fracture?ruby=1",
};

/** What of the page is cut off with letters of the double size, or moves although the reader asked for stillness. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")]
      .filter((element) => getComputedStyle(element).overflowX === "hidden" && element.clientWidth > 1)
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`),
  );
}

async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("body *")]
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
      })
      .map((element) => `${element.tagName} ${element.className}`),
  );
}

/** Marks of drawings that nobody can see because the reader's colours swallow them: no shape of a verdict may be among them. */
async function swallowed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll("svg .mc-f-better, svg .mc-f-worse, svg .mc-f-same, svg text")]
      .filter((mark) => {
        const { fill, stroke } = getComputedStyle(mark);
        return [fill, stroke].every((colour) => colour === ground || colour === "none");
      })
      .map((mark) => mark.outerHTML.slice(0, 120));
  });
}

/** Steps through the page by Tab; every stop can be seen: it has a ring, and it lies inside the window and below nothing. */
async function badStops(page: Page): Promise<string[]> {
  const bad: string[] = [];
  await page.evaluate(() => window.scrollTo(0, 0));
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) {
        return null;
      }
      // a frame shows the focus within itself, and its page is a page of its own
      if (element.tagName === "IFRAME") {
        return { name: "", seen: true, ring: true };
      }
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const seen = [0.1, 0.5, 0.9].some((part) => {
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * part);
        return Boolean(top && (element.contains(top) || top.contains(element)));
      });
      const link = element.querySelector(".mc-link");
      const ring = link ? getComputedStyle(link).stroke !== "none" : getComputedStyle(element).outlineStyle !== "none";
      return { name: element.outerHTML.slice(0, 100), seen, ring };
    });
    if (!stop) {
      break;
    }
    if (!stop.seen || !stop.ring) {
      bad.push(`${stop.name}: ${stop.seen ? "no ring" : "covered or out of sight"}`);
    }
  }
  return bad;
}

for (const locale of locales) {
  for (const [name, path] of Object.entries(pages)) {
    test(`${name} in ${locale} is there for everybody`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 740 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(`/${locale}${path}`);

      // buttons that need the WebAssembly are part of what was written down
      if (hasIslands) {
        await test.step("what a screen reader finds", async () => {
          expect(await outline(page)).toMatchSnapshot(`${name}-${locale}.txt`);
        });
      }
      await test.step("320 px wide", async () => {
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        expect(await moving(page), "nothing moves").toEqual([]);
      });
      await test.step("the keyboard alone", async () => {
        expect(await badStops(page)).toEqual([]);
      });
      await test.step("dark", async () => {
        await page.emulateMedia({ colorScheme: "dark" });
        await expectContrast(page);
      });
      await test.step("forced colours", async () => {
        await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
        expect(await swallowed(page), "every mark is seen").toEqual([]);
        await page.emulateMedia({ forcedColors: "none" });
      });
      await test.step("letters of the double size", async () => {
        await page.setViewportSize({ width: 640, height: 900 });
        await page.evaluate(() => (document.documentElement.style.fontSize = "212.5%"));
        await expectNoSidewaysScroll(page);
        expect(await cutOff(page), "nothing is cut off").toEqual([]);
      });
    });
  }
}
