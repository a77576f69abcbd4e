import { useState } from 'preact/hooks';
import { Form, useAction } from '../components/index.js';
import { useWords } from '../desk.js';
import { type ContactChannel, sendTestMutation } from '../operations.gen.js';
import type { Report } from './report.js';

/** One message to an address of one's own; the address is kept nowhere. */
export function TestSend({ report }: { readonly report: Report }) {
  const { text, client, language, words } = useWords('campaigns');
  const { busy, run, said } = useAction();
  const [told, setTold] = useState<string | null>(null);
  const ways = (report.channels ?? []).map(
    (one) => [one, text.channel[one as keyof typeof text.channel] ?? one] as const,
  );
  const send = (values: Readonly<Record<string, string>>) =>
    run(async () => {
      setTold(null);
      const { channel, address, ...rest } = values;
      const input = { campaign: report.id, ...rest, channel: channel as ContactChannel, address: address!.trim() };
      const { sendTest } = await client.ask(sendTestMutation, { input });
      const { state, adapter, problem } = sendTest;
      const by = words.adapters[adapter] ?? adapter;
      setTold(words.tested(words.outcome[state] ?? state, by, words.problem(problem ?? '')));
    });
  return (
    <>
      <p class="quiet">{words.testAbout}</p>
      <Form
        fields={[
          { name: 'address', label: words.testTo, input: { maxLength: 200 } },
          { name: 'channel', label: text.audience.channel, options: ways },
          {
            name: 'variant',
            label: words.variantHead,
            options: report.variants.map(({ name }) => [name, name] as const),
          },
          {
            ...{ name: 'language', label: words.testLanguage, value: language },
            options: Object.entries(text.person.languages),
          },
        ]}
        button={words.testSend}
        submit={(values) => void (busy ? undefined : send(values))}
      />
      <div aria-live="polite">
        {told && <output class="may">{told}</output>}
        {said}
      </div>
    </>
  );
}
