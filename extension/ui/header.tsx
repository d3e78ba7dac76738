import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ChangeSettings, Language } from '../platform/settings.ts';

/** The head of a page of ours: its title, the button for the other language, and what else belongs there. */
export function Header(props: {
  readonly title: string;
  readonly language: Language;
  readonly change: ChangeSettings;
  readonly children?: ComponentChildren;
}) {
  const { title, language, change, children } = props;
  const other = language === 'zh' ? 'en' : 'zh';
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = title;
  }, [language, title]);
  return (
    <header>
      <h1>{title}</h1>
      <button
        type="button"
        class="quiet"
        lang={other}
        onClick={() => void change(() => ({ language: other }))}
      >
        {other === 'en' ? 'English' : '中文'}
      </button>
      {children}
    </header>
  );
}
