import { useState } from 'preact/hooks';
import { cleanToken } from './session.js';
import type { Dictionary } from './text/text.js';

const COMMAND = 'node bin/guanxi.mjs token --role analyst';

interface SignInProps {
  readonly words: Dictionary['signIn'];
  /** The token before did not work. */
  readonly refused: boolean;
  signIn(token: string): void;
}

/** The form that takes a token. */
export function SignIn({ words, refused, signIn }: SignInProps) {
  const [empty, setEmpty] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const token = cleanToken(String(new FormData(event.currentTarget as HTMLFormElement).get('token')));
    setEmpty(!token);
    if (token) signIn(token);
  };
  return (
    <main class="sign-in">
      <form class="panel" onSubmit={submit}>
        <h2>{words.title}</h2>
        <p class="about">{words.about}</p>
        <label for="token">{words.label}</label>
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="sign-in-said"
          autofocus
        />
        <p class="said" id="sign-in-said" role="alert">
          {empty ? words.empty : refused && words.refused}
        </p>
        <button type="submit" class="primary">
          {words.button}
        </button>
        <p class="quiet">{words.how}</p>
        <pre>
          <code>{COMMAND}</code>
        </pre>
        <p class="quiet">{words.kept}</p>
      </form>
    </main>
  );
}
