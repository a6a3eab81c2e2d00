package io.siyu.order.file.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells words for states of orders from names and addresses that slipped into the column of states, so that a reject can
 * show the one in full and the other not at all: what is put together of this trade's words alone, or as programs put
 * their words together.
 */
public final class StatusVocabulary {
    private static final Set<String> TERMS = Arrays.stream("""
                    买家 卖家 商家 平台 客户 顾客 用户 系统 淘宝 天猫 京东 拼多多 抖音 抖店 有赞 支付宝 微信 余额宝 国际 信用卡 外卡 银行卡
                    货到 付款 支付 收款 退款 退货 换货 补货 补发 缺货 备货 发货 收货 送货 到货 提货 取货 拣货 签收 拒收 妥投 揽收 揽件
                    配送 派送 派件 运输 物流 快递 仓库 仓配 出库 入库 打包 打印 打单 包裹 自提 核销 使用 消费 领取 抽奖 成团 拼团 组团
                    开团 参团 拼单 合约 购合约 元购 预售 预约 预定 定金 订金 尾款 全款 全额 部分 金额 余额 订单 交易 售后 售中 申请
                    审核 审批 审单 复核 确认 核对 处理 等待 正在 完成 完结 成功 失败 关闭 取消 撤销 作废 删除 锁定 暂停 冻结 挂起 异常
                    正常 拦截 风控 超时 逾期 过期 失效 到期 新建 创建 生成 提交 下单 接单 派单 推单 拆单 合单 补单 评价 追评 投诉 维权
                    纠纷 介入 仲裁 协商 同意 拒绝 驳回 通过 结束 终止 专用 禁止 允许 强管控 管控 线下 线上 自动 手动 人工 主动 被动 途中
                    在途 中转 转运 清关 报关 海关 保税 厂商 供应商 分销 代发 团购 秒杀 试用 赠品 礼品 未知 其他 其它 状态 环节 阶段 流程
                    激活 开通 服务 安装 上门 预授权 授权 担保 分期 账期 月结 结算 打款 到账 入账 转账 汇款 现金 以前 以后 之前 之后 原因
                    无货 断货 下架 修改 变更 更改 更新 地址 催付 催单 催发 提醒 通知 已付 未付 待付 应付 实付 待发 已发 待收 已收 待退 已退
                    待审 已审 待办 待定 中心 发往 审计 推送 同步 导入 导出 草稿 回收站 归档 还款 赔付 理赔 补偿 差价 运费 欠款 逆向 寄回
                    退回 返回 返修 维修 质检 鉴定 验收 验货 入仓 出仓 分拣 装车 司机 门店 到店 核验 待提 已提 待用 已用 生效 有效 无效
                    商品 货品 货物 宝贝 退库 拒签 合并 分配 分单 派单 揽件 发出 装箱 装运 出发 抵达 到达 送达 已送 骑手 跨境 直邮 备案 盲盒
                    开箱 站点 驿站 网点 快件 运单 面单 单号 电子 发票 开票 中止 中断 重发 重派 代收 签字 拒付 扣款 免单 赠送 出口 进口
                    海外 国内 港口 航班 空运 海运 陆运 铁路 集货 集运 延迟 延期 延长 推迟 提前 分批 已拆 未拆 已接 未接 已派 未派 已换 待换
                    已补 待补 没有 发起 举证 结案 回款 清算 对账 交易中 仓储 调拨 上架 盘点 留货 留置 保留 预留 采购 加工 生产 制作 定制
                    待产 排产 排队 拍下 未拍 赔偿 补款 补差 冲正 冲红 红冲 核账 收讫 付讫 货款 邮费 税费 关税 押金 保证金 信用 免押
                    交付 履约 履行 执行 进行 停止 恢复 重新 再次 首次 最终 初始 默认 尚未 尚待 仍在 即将 曾经 已经 需要 无需 可以 不可 不能""".split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PARTICLES = Set.of(
            "已", "未", "待", "中", "前", "可", "被", "并", "及", "或", "仅", "无", "不", "的", "了", "再", "又", "需", "请", "将", "一",
            "二", "件", "次");

    private static final Set<String> ENGLISH_TERMS =
            Arrays.stream("""
                    a an and are as at auto back backorder backordered be been being by cancel canceled cancelled cancelling cancellation
                    capture captured cash chargeback charge charged check checkout clearance close closed cod collected collection
                    complete completed confirm confirmed confirmation created customer customs credit debit declined delayed deleted deliver
                    delivered delivery denied deposit dispatch dispatched dispute disputed draft due error exception exchange exchanged
                    expired fail failed failure final first for fraud free from fulfill fulfilled fulfilling fulfillment full fully
                    group has hold in incomplete initial initiated invoiced is item items label lay local lost manual merchant missing
                    new no not of off on only open order ordered orders out overdue overpaid pack packed packing paid part partial
                    partially parcel pay paying payment pending pick picked picking pickup placed pre preorder prepaid preparing
                    printed processed processing purchase quality ready received receiving refund refunded refunding refused
                    reject rejected released requested request return returned returning review reviewed risk route scheduled second
                    seller sent settled ship shipment shipped shipping stock stopped store submitted subscription success successful
                    suspended system test the to transit trash try under unfulfilled unknown unpaid unshipped up uploaded verified
                    verification via void voided wait waiting warehouse was with authorized authorization authorised await
                    awaiting away buyer approved approval archived assigned accepted active inactive balance bank""".split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_TERM =
            TERMS.stream().mapToInt(String::length).max().orElse(0);
    private static final int LONGEST = 60;
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\s\\p{Z}\\p{Nd}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ENGLISH = Pattern.compile("\\p{ASCII}+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    /** Words joined as programs join them, in one case throughout: names have capitals at their beginnings. */
    private static final Pattern SLUG = Pattern.compile("(?:wc-[a-z0-9_-]+|[a-z]+[0-9]{0,3}(?:[-_][a-z]+[0-9]{0,3})+"
            + "|[A-Z]+[0-9]{0,3}(?:[-_][A-Z]+[0-9]{0,3})+)");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}{6}");
    private static final int LONGEST_SLUG = 40;

    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_NAME = 2;

    /** Parts of addresses, forms of address, numbers of phones and houses, and what is between the names of foreigners. */
    private static final Pattern PERSONAL = Pattern.compile(
            "[省市区县镇乡村路街巷弄号楼室栋幢座苑寨旗盟州@＠·•*＊]|花园|公寓|小区|大厦|广场|香港|澳门|台湾|九龙|旁边?|对面|先生|女士|小姐|太太|师傅|老师|[\\d０-９]{4,}");

    /** By how many people have them (Ministry of Public Security, 2019 and 2020), and those of two characters. */
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
            + "钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章"
            + "鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉"
            + "缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商代元刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官";

    private static final Set<String> LONG_SURNAMES = Set.of(
            "欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "司徒", "夏侯", "慕容", "令狐", "端木", "公孙", "东方", "南宫", "轩辕", "长孙", "宇文", "独孤");

    private StatusVocabulary() {}

    /** Whether it may be shown as an unknown word for a state. */
    public static boolean isState(String text) {
        return !LONG_NUMBER.matcher(text).find() && (isOfTerms(text) || isSlug(text));
    }

    /** Whether a row that is not shifted can have it for a state, though its words are not known. */
    public static boolean looksLikeNobody(String text) {
        String[] parts = SIGNS.split(text);
        return text.length() <= LONGEST
                && HAN.matcher(String.join("", parts)).matches()
                && !PERSONAL.matcher(text).find()
                && Stream.of(parts).noneMatch(part -> isNamed(withoutTerms(part)));
    }

    private static boolean isNamed(String text) {
        return text.length() >= SHORTEST_NAME
                && (text.length() <= LONGEST_NAME && SURNAMES.indexOf(text.charAt(0)) >= 0
                        || LONG_SURNAMES.contains(text.substring(0, SHORTEST_NAME)));
    }

    /** What is left when known words are taken off both ends. */
    private static String withoutTerms(String text) {
        int from = 0;
        int to = text.length();
        for (int end = text.length(); end > from; end--) {
            if (isChain(text.substring(0, end))) {
                from = end;
            }
        }
        for (int start = from; start < to; start++) {
            if (isChain(text.substring(start, to))) {
                to = start;
            }
        }
        return text.substring(from, to);
    }

    private static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }

    /** Whether the text is put together of this trade's words and of nothing else. */
    private static boolean isOfTerms(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        if (ENGLISH.matcher(text).matches()) {
            List<String> words = Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                    .filter(word -> !word.isEmpty())
                    .toList();
            return !words.isEmpty() && ENGLISH_TERMS.containsAll(words);
        }
        String bare = SIGNS.matcher(text).replaceAll("");
        return HAN.matcher(bare).matches() && isChain(bare);
    }

    /** Whether terms and particles cover it, at least one term among them. */
    private static boolean isChain(String text) {
        boolean[] isReached = new boolean[text.length() + 1];
        boolean[] hasTerm = new boolean[text.length() + 1];
        isReached[0] = true;
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; isReached[from] && to <= Math.min(text.length(), from + LONGEST_TERM); to++) {
                String part = text.substring(from, to);
                boolean isTerm = TERMS.contains(part);
                if (isTerm || PARTICLES.contains(part)) {
                    isReached[to] = true;
                    hasTerm[to] |= hasTerm[from] || isTerm;
                }
            }
        }
        return isReached[text.length()] && hasTerm[text.length()];
    }
}
