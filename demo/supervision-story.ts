import type { SupervisionFile, SupervisionOpening, SupervisionStepRequest } from '@chidu/sdk/api';
import { addDays, chinaDay } from '@chidu/sdk/text';
import { AUTHORITY } from './legacy/cases.ts';
import type { DemoRole, DemoService } from './service.ts';
import { done } from './service-loop.ts';

const LEAD = { code: '11990100MB0000001N', name: '兰汀市司法局（演示）' };

type Step = Omit<SupervisionStepRequest, 'format' | 'authority' | 'version'>;

/**
 * Three invented supervision cases of the demo's service: one about the code of the story that was corrected and closed, one that
 * waits for the authority, and one whose period ran out a while ago, which nobody but the service's own sweep leads on.
 */
export async function leadSupervisionCases(
  service: DemoService,
  { codeId, caseNumber }: { readonly codeId: string; readonly caseNumber: string },
  now: () => Date,
): Promise<SupervisionFile[]> {
  const today = chinaDay(now().getTime());
  const supervisor = service.client('supervisor');
  const open = async (
    n: number,
    served: string,
    more: Partial<SupervisionOpening>,
  ): Promise<SupervisionFile> =>
    done(
      await supervisor.openSupervision({
        body: {
          format: 'chidu-supervision-opening/1',
          authority: AUTHORITY.code,
          authorityName: AUTHORITY.name,
          supervisor: LEAD.name,
          number: `兰司监〔${today.slice(0, 4)}〕${n}号`,
          situation: 'decision',
          bodies: { lead: LEAD, support: [] },
          days: 10,
          opinion: {
            instrument: '意见书',
            finding: '告知书没有写明主观过错的证据（虚构）。',
            reasoning: '裁量因素应当有证据支持。',
            decision: '请补充说明并书面反馈。',
            served,
          },
          items: [],
          evidence: [],
          ...more,
        },
      }),
    );
  const step = async (who: DemoRole, file: SupervisionFile, act: Step): Promise<SupervisionFile> =>
    done(
      await service.client(who).stepSupervision({
        params: { number: file.supervision.id },
        body: {
          format: 'chidu-supervision-step/1',
          authority: AUTHORITY.code,
          version: file.supervision.version,
          ...act,
        },
      }),
    );

  const about = { codes: [codeId], case: caseNumber };
  const answered = await step('head', await open(1, today, about), {
    step: 'respond',
    text: '已补充证据并说明。',
    evidence: [
      {
        number: 1,
        what: '询问笔录（虚构）',
        source: AUTHORITY.name,
        obtained: today,
        sha256: '0'.repeat(64),
        custody: [{ on: today, by: LEAD.name }],
      },
    ],
  });
  const closed = await step('supervisor', answered, {
    step: 'close',
    text: '予以办结。',
    result: 'corrected',
  });
  const waiting = await open(2, today, { situation: 'procedure' });
  const late = await open(3, addDays(today, -60), { situation: 'inaction' });
  return [closed, waiting, late];
}
