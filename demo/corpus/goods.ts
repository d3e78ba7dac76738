/** What the cases of one field of law are about: goods, counting words, places, what was examined. */
export interface Goods {
  readonly goods: readonly string[];
  readonly unit: readonly string[];
  readonly places: readonly string[];
  readonly papers: readonly string[];
  /** Endings of the names of firms and of sole traders in this trade. */
  readonly trades: readonly string[];
  /** How large a case of this field usually is, as a factor. */
  readonly size: number;
}

const words = (text: string): string[] => text.split(' ');

const FOOD: Goods = {
  goods: words(
    '酱香饼干 黑芝麻糊 散装卤鸭脖 五香牛肉干 手工挂面 红枣核桃糕 桶装菜籽油 鲜榨橙汁 酸辣粉 速冻水饺 五花肉 活鲫鱼 干制木耳 婴儿米粉 低温酸奶 自制泡菜 糯米酒 蛋黄酥 火锅底料 豆干 绿豆糕 蜂蜜柚子茶 即食海苔 小笼包 凉拌皮蛋',
  ),
  unit: words('袋 盒 瓶 公斤 桶 份 箱'),
  places: words(
    '超市货架 后厨操作间 冷藏柜 仓库西侧 收银台旁 食堂备餐间 生产车间 网店页面 凉菜专间 门店冷柜',
  ),
  papers: words('进货台账 供货商资质 检验报告 食品经营许可证 健康证明 销售小票 消毒记录 购进票据'),
  trades: words('食品 餐饮 粮油 生鲜 副食 烘焙 小吃 食堂'),
  size: 0.5,
};
const ADVERTISING: Goods = {
  goods: words(
    '护肝茶饮 磁疗床垫 楼盘认筹 美容套餐 英语培训课程 理疗仪 酵素果冻 种植牙项目 加盟奶茶 白酒礼盒 护眼台灯 净水设备 口腔正畸 减肥代餐 收益型商铺',
  ),
  unit: words('条 期 幅 次 份'),
  places: words(
    '微信公众号 门店灯箱 网店详情页 短视频账号 电梯海报 宣传单页 直播间 官方网站 小程序首页 户外围挡',
  ),
  papers: words('广告合同 发布费发票 页面截图 制作底稿 审查批准文件 播放记录 引证资料'),
  trades: words('传媒 健康管理 置业 教育咨询 医疗美容 生物科技 口腔门诊'),
  size: 0.6,
};
const TRADE: Goods = {
  goods: words(
    '品牌运动鞋 白酒 女士挎包 润滑油 电热水壶 打印机硒鼓 服装吊牌 手机壳 家用电线 香水 机油滤清器 保温杯 玩具积木 电动车电池 洗衣凝珠 瓷砖胶 儿童书包',
  ),
  unit: words('双 瓶 个 件 箱 套 卷 台'),
  places: words('店铺货架 仓储间 网店后台 直播间 展销会摊位 物流分拣点 二楼库房 专柜'),
  papers: words('进货单据 商标注册证 鉴定意见 检验报告 订单截图 供货合同 转账记录 合格证'),
  trades: words('商贸 百货 五金 鞋服 烟酒 日化 电子商务 建材'),
  size: 1,
};
const EQUIPMENT: Goods = {
  goods: words(
    '曳引驱动乘客电梯 叉车 承压蒸汽锅炉 桥式起重机 液化石油气钢瓶 储气罐 自动扶梯 压力管道 观光车 氧气瓶 快开门式压力容器 杂物电梯 燃气锅炉',
  ),
  unit: words('台 只 部 套'),
  places: words('厂区锅炉房 地下停车场 充装站台 装配车间 商场中庭 小区3号楼 洗涤车间 物流园仓库'),
  papers: words(
    '使用登记证 定期检验报告 维护保养记录 作业人员证 安全技术档案 充装记录 自行检查记录',
  ),
  trades: words('物业服务 燃气 机械 纺织 酒店管理 电梯工程 化工 木业'),
  size: 2,
};
const HEALTH: Goods = {
  goods: words(
    '阿莫西林胶囊 复方甘草片 一次性注射器 医用口罩 枸杞子饮片 隐形眼镜护理液 玻尿酸面膜 祛斑霜 血糖试纸 头孢克肟颗粒 人工晶状体 染发膏 当归饮片 电子血压计 牙科材料 儿童面霜',
  ),
  unit: words('盒 支 瓶 袋 片 套'),
  places: words('药店柜台 诊所药房 化妆品专柜 阴凉库 治疗室 美容院操作间 网店页面 处方药区'),
  papers: words(
    '随货同行单 药品经营许可证 温湿度记录 医疗器械注册证 备案凭证 处方登记 检验报告 购进验收记录',
  ),
  trades: words('大药房 医药 诊所 化妆品 美容 医疗器械 眼镜'),
  size: 0.8,
};
const SERVICES: Goods = {
  goods: words(
    '健身年卡 停车服务 装修工程 家电维修 预付洗车卡 亲子乐园门票 二手车 婚纱摄影套系 宽带套餐 会员充值卡 月子服务 网约车押金 物业收费 成品油 电动车充电 殡葬用品 学生校服',
  ),
  unit: words('张 次 笔 单 份 户'),
  places: words(
    '营业大厅 前台 收费公示栏 小程序下单页 加油站罩棚 农贸市场 合同文本 客服热线 停车场出入口',
  ),
  papers: words('服务合同 收费明细 退款记录 价目表 会员协议 投诉工单 通话录音 检定证书 营业执照'),
  trades: words('健身 家政 汽车服务 装饰 摄影 物业 能源 网络科技 咨询'),
  size: 0.7,
};
const REGISTRY: Goods = {
  goods: words(
    '登记档案 住所租赁合同 年度报告 法定代表人签名 营业执照副本 股权转让协议 出资证明 经营场所证明 认证证书 检测报告 企业标准 直销员证 会员入会资料 并购协议 会议纪要',
  ),
  unit: words('份 项 笔 次'),
  places: words('登记窗口 注册地址 办公场所 网上登记系统 公示系统 会议室 培训现场 酒店会场'),
  papers: words('登记档案 验资材料 询问笔录 银行流水 房屋产权证明 公示截图 授权委托书 章程'),
  trades: words('企业管理 商务服务 投资 科技 认证服务 财税咨询 贸易'),
  size: 0.9,
};

const BY_FIELD: Readonly<Record<string, Goods>> = {
  food: FOOD,
  advertising: ADVERTISING,
  'unfair-competition': TRADE,
  'product-quality': TRADE,
  trademark: TRADE,
  patent: TRADE,
  'industrial-licence': TRADE,
  price: SERVICES,
  metering: SERVICES,
  'consumer-protection': SERVICES,
  'e-commerce': SERVICES,
  'special-equipment': EQUIPMENT,
  drugs: HEALTH,
  cosmetics: HEALTH,
  'medical-devices': HEALTH,
};

export const goodsOf = (field: string): Goods => BY_FIELD[field] ?? REGISTRY;
