-- AlterTable
ALTER TABLE "cause" ADD COLUMN     "chosen_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "escalated" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "peak" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "rule_id" UUID;

-- AlterTable
ALTER TABLE "release_plan" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'person';

-- CreateTable
CREATE TABLE "ownership_rule" (
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "shop_id" UUID,
    "place" TEXT NOT NULL DEFAULT '',
    "min_amount" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID,
    "owner_role" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ownership_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ladder_step" (
    "severity" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "after_minutes" INTEGER NOT NULL,
    "owner_id" UUID,
    "owner_role" TEXT NOT NULL,

    CONSTRAINT "ladder_step_pkey" PRIMARY KEY ("severity","step")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "show_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mail_at" TIMESTAMPTZ(3),
    "mail_id" UUID,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_setting" (
    "user_id" UUID NOT NULL,
    "high" TEXT NOT NULL,
    "medium" TEXT NOT NULL,
    "low" TEXT NOT NULL,
    "quiet_from" TEXT NOT NULL DEFAULT '',
    "quiet_to" TEXT NOT NULL DEFAULT '',
    "digest_at" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "by_mail" BOOLEAN NOT NULL,

    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "problem" TEXT NOT NULL DEFAULT '',
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quota_share" (
    "connection_id" UUID NOT NULL,
    "process" UUID NOT NULL,
    "asked" DOUBLE PRECISION NOT NULL,
    "part" DOUBLE PRECISION NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_share_pkey" PRIMARY KEY ("connection_id","process")
);

-- CreateIndex
CREATE INDEX "notice_user_id_show_at_id_idx" ON "notice"("user_id", "show_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_user_id_cause_id_what_key_key" ON "notice"("user_id", "cause_id", "what", "key");

-- CreateIndex
CREATE INDEX "mail_user_id_queued_at_idx" ON "mail"("user_id", "queued_at" DESC);

-- Owners that people chose before there were rules.
update cause set chosen_by = 'person' where owner_id is not null;
update cause set peak = amount;
-- What nobody has taken: the ladder looks here every second.
create index cause_not_taken on cause (sla_at) where state = 'open' and taken_at is null;
-- What was found lately, for what rules would own.
create index cause_opened on cause (opened_at);
-- Notices that are to go out by mail.
create index notice_mail_due on notice (mail_at) where mail_at is not null and mail_id is null;
create index notice_of_mail on notice (mail_id) where mail_id is not null;

-- Where a cause goes that nobody took: to the admins, unless they say otherwise.
insert into ladder_step (severity, step, after_minutes, owner_role) values ('high', 1, 15, 'admin'), ('medium', 1, 240, 'admin');
