import type { ListMatch, Standing } from '@chidu/sdk/discretion/lists';
import type { ListItem } from '@chidu/sdk/rules/lists';
import type { Language } from '../../platform/settings.ts';

interface ListWords {
  readonly title: string;
  readonly sample: string;
  readonly notInForce: string;
  readonly none: string;
  readonly hint: string;
  readonly list: Readonly<Record<ListItem['list'], string>>;
  readonly state: Readonly<Record<ListMatch['state'], string>>;
  readonly standing: Readonly<Record<Standing['state'], string>>;
}

export const LIST_WORDS: Readonly<Record<Language, ListWords>> = {
  zh: {
    title: '四张清单',
    sample: '示例清单，内容为虚构，不得用于实际案件',
    notInForce: '清单在决定之日未施行，没有比对。',
    none: '清单中没有关于本案的事项。',
    hint: '清单本身不改变处罚，减轻、不予仍须有法定情节。',
    list: { waive: '不予', mitigate: '减轻', lighten: '从轻', aggravate: '从重' },
    state: { applies: '符合', open: '待定', nearly: '仅差一项' },
    standing: { met: '已具备', 'not-met': '不具备', unknown: '尚缺事实', person: '由人认定' },
  },
  en: {
    title: 'The four lists',
    sample: 'Sample lists with invented items: not for real cases',
    notInForce: 'The lists are not in force on the day of the decision: nothing was compared.',
    none: 'The lists have nothing on this case.',
    hint: 'A list changes no penalty by itself: a statutory ground is still needed.',
    list: {
      waive: 'no penalty',
      mitigate: 'mitigate',
      lighten: 'lighten',
      aggravate: 'aggravate',
    },
    state: { applies: 'applies', open: 'open', nearly: 'one thing short' },
    standing: {
      met: 'met',
      'not-met': 'not met',
      unknown: 'a fact is missing',
      person: 'for a person',
    },
  },
};
