import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { Body, Form, useAnswer } from '../components/index.js';
import { useWords } from '../desk.js';
import { previewMessageQuery } from '../operations.gen.js';

/** What one customer would get, with the name as the reader may see it. */
export function Message({ campaign }: { readonly campaign: string }) {
  const { words } = useWords('campaigns');
  const [customer, setCustomer] = useState<string | null>(null);
  return (
    <>
      <Form
        fields={[{ name: 'customer', label: words.customer, input: { maxLength: 200, placeholder: 'C0000001' } }]}
        button={words.show}
        submit={(values) => setCustomer(values.customer!.trim())}
      />
      <div class="answer" aria-live="polite">
        {customer && <Shown campaign={campaign} customer={customer} />}
      </div>
    </>
  );
}

function Shown({ campaign, customer }: { readonly campaign: string; readonly customer: string }) {
  const { words } = useWords('campaigns');
  const load = async (client: Client) => (await client.ask(previewMessageQuery, { campaign, customer })).previewMessage;
  const [answer, again] = useAnswer(`${campaign} ${customer}`, load);
  return (
    <Body {...{ answer, again }} lines={2}>
      {({ variant, subject, text }) => (
        <figure class="message">
          <figcaption class="quiet">{words.variant(variant)}</figcaption>
          {subject && <strong>{subject}</strong>}
          <p>{text}</p>
        </figure>
      )}
    </Body>
  );
}
