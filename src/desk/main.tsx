import './css/desk.css';
import { type ComponentChildren, render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { clientFor } from './client.js';
import { DeskContext, type DeskState } from './desk.js';
import { formatFor } from './format.js';
import type { Theme } from './picture/palette.js';
import { routeOf } from './route.js';
import { roleOf, tokenFromFragment } from './session.js';
import { Banner, Shell } from './shell.js';
import { SignIn } from './sign-in.js';
import { dictionaries, type Language, languageOf } from './text/text.js';

const TOKEN = 'guanxi.token';
const LANGUAGE = 'guanxi.language';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

/**
 * A token in the address moves into the tab's own storage at once, so that neither history nor a copied link keeps it.
 */
function takeToken(): string | null {
  const token = tokenFromFragment(location.hash);
  if (token === null) return sessionStorage.getItem(TOKEN);
  sessionStorage.setItem(TOKEN, token);
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}

/** Calls back on an event of the window or of a media query. */
function useEvent(target: EventTarget, name: string, work: () => void): void {
  useEffect(() => {
    target.addEventListener(name, work);
    return () => target.removeEventListener(name, work);
  });
}

function App() {
  const [token, setToken] = useState(takeToken);
  const [refused, setRefused] = useState(false);
  const [language, setLanguage] = useState<Language>(() =>
    languageOf(localStorage.getItem(LANGUAGE), navigator.languages),
  );
  const text = dictionaries[language];
  useEvent(window, 'hashchange', () => setToken(takeToken()));
  useEffect(() => {
    document.documentElement.lang = text.locale;
    document.title = `${text.title} · ${text.subtitle}`;
  }, [text]);
  const signIn = (next: string | null, wasRefused = false) => {
    if (next === null) sessionStorage.removeItem(TOKEN);
    else sessionStorage.setItem(TOKEN, next);
    setRefused(wasRefused);
    setToken(next);
  };
  const switchLanguage = (next: Language) => {
    localStorage.setItem(LANGUAGE, next);
    setLanguage(next);
  };
  const role = token === null ? null : roleOf(token);
  return (
    <>
      <Banner {...{ text, language, role, switchLanguage }} signOut={token === null ? undefined : () => signIn(null)} />
      {token === null ? (
        <SignIn words={text.signIn} refused={refused} signIn={signIn} />
      ) : (
        <SignedIn key={token} token={token} language={language} expired={() => signIn(null, true)}>
          <Shell />
        </SignedIn>
      )}
    </>
  );
}

interface SignedInProps {
  readonly token: string;
  readonly language: Language;
  readonly expired: () => void;
  readonly children: ComponentChildren;
}

/** What one viewer's page shares; gone with its requests when they sign out. */
function SignedIn({ token, language, expired, children }: SignedInProps) {
  const requests = useMemo(() => new AbortController(), []);
  const client = useMemo(() => clientFor(token, requests.signal), []);
  const [theme, setTheme] = useState(themeNow);
  const [state, setState] = useState<DeskState>(() => {
    const counts = { revision: 0, reviewed: 0, campaigned: 0, acted: 0, saved: 0 };
    return { route: routeOf(location.hash), scene: null, chosen: null, ...counts };
  });
  const format = useMemo(() => formatFor(dictionaries[language].locale), [language]);
  const set = (change: Partial<DeskState>) => setState((now) => ({ ...now, ...change }));
  useEvent(dark, 'change', () => setTheme(themeNow()));
  useEvent(window, 'hashchange', () => {
    const route = routeOf(location.hash);
    // Whoever was pinned in one view is not looked for in the next.
    setState((now) => ({ ...now, route, chosen: route.view === now.route.view ? now.chosen : null }));
  });
  useEffect(() => () => requests.abort(), []);
  const text = dictionaries[language];
  const desk = { ...state, client, role: roleOf(token), language, theme, text, format, set, expired };
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

function themeNow(): Theme {
  return dark.matches ? 'dark' : 'light';
}

render(<App />, document.getElementById('desk')!);
