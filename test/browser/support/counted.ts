import type { Locator, Page } from 'playwright-core';

/** Does what a person does, and counts it: free text is typed as it comes, keys and clicks have a budget. */
export class Counted {
  clicks = 0;
  keys = 0;

  constructor(private readonly page: Page) {}

  async click(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }

  /** One key, such as `Enter` or `Control+K`. */
  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  /** Each letter is a key. */
  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }
}
