import { describe, expect, it } from 'vitest';
import { assess } from '../assess.ts';
import type { Case } from '../case.ts';
import { CASE, RULE } from '../fixtures/food-122.ts';
import { sentences } from './index.ts';
import { decimal, percent, yuan } from './language.ts';
import { numeral } from './zh.ts';

const texts = (change: Partial<Case>, language: 'zh' | 'en' = 'zh') =>
  sentences(assess({ ...CASE, ...change }, RULE).trace, language).map(({ text }) => text);

describe('sentences from a trace', () => {
  it('tell a whole case in plain Chinese', () => {
    expect(texts({ grounds: ['harm-removed'] })).toMatchInlineSnapshot(`
      [
        "适用《食品安全法》第一百二十二条第一款，2025年12月1日起施行。违法行为终了于2026年5月1日，拟于2026年11月21日作出决定。",
        "使用示例裁量基准“示例裁量基准”，其中的分值为虚构，不得用于实际案件。",
        "已知事实：货值金额37,500元。",
        "查明法定情节：主动消除或者减轻违法行为危害后果（《行政处罚法》第三十二条第一项，应当从轻或者减轻处罚）。",
        "因主动消除或者减轻违法行为危害后果，应当从轻处罚。依法还可以减轻处罚，由办案人员决定。",
        "货值金额在10,000元以上，适用《食品安全法》第一百二十二条第一款规定的一般情形。",
        "货值金额为37,500元，法定罚款幅度为其10倍以上20倍以下，即375,000元以上750,000元以下。",
        "危害后果：轻微，计30分，累计30分。",
        "持续时间：不满一个月，计0分，累计30分。",
        "处罚档次已由法定情节确定为从轻，总分30分只决定在该档内的位置。",
        "从轻处罚对应法定罚款上下限之差的0%至30%，即375,000元至487,500元。",
        "在该档内按得分确定位置，以100元为单位向有利于当事人的方向取整，建议罚款487,500元。",
        "另行处理，不计入罚款幅度：应当没收违法所得；应当没收违法物品。",
        "提示：应当告知当事人有要求听证的权利：罚款达到听证标准（《行政处罚法》第六十三条第一款）。",
        "提示：经过听证的，决定前应当通过法制审核（《行政处罚法》第五十八条第一款）。",
        "提示：属于情节复杂或者重大的，由负责人集体讨论决定（《行政处罚法》第五十七条第二款）。",
        "提示：罚款300,000元以上的，由设区的市级以上机关决定（《食品安全法实施条例》第八十一条）。",
        "提示：决定依法公示，公示期3个月至36个月（《信用修复管理办法》，国家发展改革委令第36号）。",
      ]
    `);
  });

  it('tell the same in English', () => {
    expect(texts({ grounds: ['harm-removed'] }, 'en')).toMatchInlineSnapshot(`
      [
        "The text applied is 《食品安全法》 art. 122 para. 1, in force from 2025-12-01. The act ended on 2026-05-01; the decision is planned for 2026-11-21.",
        "A sample benchmark is used, “示例裁量基准”: its points are invented and must not serve a real case.",
        "Facts known: value of goods: 37,500 yuan.",
        "Statutory grounds found: 主动消除或者减轻违法行为危害后果 (《行政处罚法》 art. 32 item 1: must lighten or mitigate).",
        "Because of 主动消除或者减轻违法行为危害后果 the penalty must be: lighter. Also open to a person: mitigated.",
        "Value of goods is at least 10,000 yuan: the ordinary case of 《食品安全法》 art. 122 para. 1 applies.",
        "Value of goods is 37,500 yuan and the law allows a fine of 10 to 20 times that: 375,000 to 750,000 yuan.",
        "harm: 轻微, 30 points, 30 so far.",
        "duration: 不满一个月, 0 points, 30 so far.",
        "The grounds fixed the tier (lighter); 30 points only place the case inside it.",
        "“lighter” is 0% to 30% of the span: 375,000 to 487,500 yuan.",
        "Placed inside the band by its points and rounded to 100 yuan in the party's favour, the suggested fine is 487,500 yuan.",
        "Apart from the fine: 没收违法所得 (mandatory); 没收违法物品 (mandatory).",
        "Note: the party must be told of the right to a hearing: the fine reaches the threshold (《行政处罚法》 art. 63 para. 1).",
        "Note: after a hearing, legal review must be passed before the decision (《行政处罚法》 art. 58 para. 1).",
        "Note: a complex or grave case is decided by the heads together (《行政处罚法》 art. 57 para. 2).",
        "Note: a fine from 300,000 yuan is decided at prefecture level or above (《食品安全法实施条例》 art. 81).",
        "Note: the decision is published for 3 to 36 months (《信用修复管理办法》，国家发展改革委令第36号).",
      ]
    `);
  });

  it('say what is missing and where a person decides', () => {
    expect(texts({ facts: {}, grounds: ['harm-removed', 'emergency'] })).toMatchInlineSnapshot(`
      [
        "适用《食品安全法》第一百二十二条第一款，2025年12月1日起施行。违法行为终了于2026年5月1日，拟于2026年11月21日作出决定。",
        "使用示例裁量基准“示例裁量基准”，其中的分值为虚构，不得用于实际案件。",
        "未填写：货值金额。",
        "查明法定情节：主动消除或者减轻违法行为危害后果（《行政处罚法》第三十二条第一项，应当从轻或者减轻处罚）；违反突发事件应对措施（《行政处罚法》第四十九条，应当从重处罚）。",
        "危害后果：轻微，计30分，累计30分。",
        "持续时间：不满一个月，计0分，累计30分。",
        "总分30分，对应一般处罚（30分以上、不足70分）。",
        "暂不能得出结果：同时存在从轻减轻与从重情节，应当由办案人员综合权衡后选择并说明理由。",
        "暂不能得出结果：缺少事实“货值金额”，而结果取决于它。",
      ]
    `);
    const elect = { tier: 'mitigate', reason: '主动召回全部产品' } as const;
    expect(texts({ grounds: ['harm-removed'], elect })).toMatchInlineSnapshot(`
      [
        "适用《食品安全法》第一百二十二条第一款，2025年12月1日起施行。违法行为终了于2026年5月1日，拟于2026年11月21日作出决定。",
        "使用示例裁量基准“示例裁量基准”，其中的分值为虚构，不得用于实际案件。",
        "已知事实：货值金额37,500元。",
        "查明法定情节：主动消除或者减轻违法行为危害后果（《行政处罚法》第三十二条第一项，应当从轻或者减轻处罚）。",
        "办案人员决定减轻处罚，理由：主动召回全部产品。依法还可以从轻处罚，由办案人员决定。",
        "货值金额在10,000元以上，适用《食品安全法》第一百二十二条第一款规定的一般情形。",
        "货值金额为37,500元，法定罚款幅度为其10倍以上20倍以下，即375,000元以上750,000元以下。",
        "危害后果：轻微，计30分，累计30分。",
        "持续时间：不满一个月，计0分，累计30分。",
        "减轻处罚应当低于法定最低罚款375,000元，具体数额由办案人员提出并说明理由。",
        "另行处理，不计入罚款幅度：应当没收违法所得；应当没收违法物品。",
        "提示：罚款数额尚未确定，是否达到听证标准待定（《行政处罚法》第六十三条第一款）。",
        "提示：罚款300,000元以上的，由设区的市级以上机关决定（《食品安全法实施条例》第八十一条）。",
        "提示：决定依法公示，公示期3个月至36个月（《信用修复管理办法》，国家发展改革委令第36号）。",
      ]
    `);
  });
});

describe('numbers in sentences', () => {
  it('are exact', () => {
    expect([yuan(0), yuan(5), yuan(1_050_000), yuan(1_050_050)]).toEqual([
      '0',
      '0.05',
      '10,500',
      '10,500.50',
    ]);
    expect([
      decimal([10, 1]),
      decimal([1, 2]),
      decimal([3, 10]),
      decimal([1, 100]),
      decimal([1, 3]),
    ]).toEqual(['10', '0.5', '0.3', '0.01', '1/3']);
    expect([percent(3000), percent(10_000), percent(1250)]).toEqual(['30%', '100%', '12.5%']);
  });

  it('number articles as the law does', () => {
    expect([1, 10, 15, 20, 33, 100, 101, 110, 122, 154].map(numeral)).toEqual([
      '一',
      '十',
      '十五',
      '二十',
      '三十三',
      '一百',
      '一百零一',
      '一百一十',
      '一百二十二',
      '一百五十四',
    ]);
  });
});
