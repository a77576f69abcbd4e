import type { Processing } from './accountability.service.js';

/** The records of processing as a Markdown page for whoever is accountable. */
export function markdownOf({ madeAt, activities, safeguards }: Processing): string {
  const sections = activities.map((one) =>
    [
      `## ${one.purpose}`,
      `${one.does} / ${one.doesZh}`,
      '',
      `- people: ${one.people}`,
      `- personal fields: ${one.fields.join(', ') || 'none'}`,
      `- other data: ${one.data.join(', ')}`,
      `- channels: ${one.channels.join(', ') || 'none'}`,
      `- recipients: ${one.recipients.join(', ')}`,
      `- operations: ${one.operations.join(', ')}`,
      `- kept: ${one.retention.map(({ label, days }) => `${label} ${days} days`).join(', ') || 'with the customer'}`,
    ].join('\n'),
  );
  const guards = safeguards.map((text) => `- ${text}`).join('\n');
  const head = `# Records of processing\n\nMade on ${madeAt.toISOString().slice(0, 10)} from the product's own registry.`;
  return [head, ...sections, `## Safeguards\n${guards}`].join('\n\n');
}
