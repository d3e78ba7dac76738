import '@chidu/widget';
import type {} from '@chidu/widget/vue';
import { createApp, defineComponent, h, ref } from 'vue';

const Page = defineComponent(() => {
  const told = ref('');
  return () =>
    h('main', [
      h('chidu-notice', {
        'trust-list': '/list',
        'trust-roots': '/roots',
        rules: '/rules/',
        lang: 'zh',
        onChiduVerdict: ({ detail }: HTMLElementEventMap['chidu-verdict']) => {
          told.value = detail.steps.map(({ finding }) => finding.state).join(' ');
        },
      }),
      h('output', told.value),
    ]);
});

createApp(Page).mount(document.body.appendChild(document.createElement('div')));
