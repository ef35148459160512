import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Serious accessibility faults of what is shown, one a line: "rule: element". */
export async function faultsOf(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations
    .filter(fault => fault.impact === "serious" || fault.impact === "critical")
    .flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.html} ${node.failureSummary}`));
}
