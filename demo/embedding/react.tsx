/** @jsxImportSource react */
import '@chidu/widget';
import type {} from '@chidu/widget/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [told, setTold] = useState('');
  return (
    <main>
      <chidu-notice
        trust-list="/list"
        trust-roots="/roots"
        rules="/rules/"
        lang="zh"
        onchidu-verdict={({ detail }) =>
          setTold(detail.steps.map(({ finding }) => finding.state).join(' '))
        }
      >
        <p>核验需要浏览器运行脚本。也可以凭文号和核验码拨打 12345 查询。</p>
      </chidu-notice>
      <output>{told}</output>
    </main>
  );
}

createRoot(document.body.appendChild(document.createElement('div'))).render(<Page />);
