-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pos_id" UUID,
    "settings" JSONB NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "currency" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "cursors" JSONB NOT NULL DEFAULT '{}',
    "reserves" TEXT NOT NULL DEFAULT 'unknown',
    "wrong_knocks" INTEGER NOT NULL DEFAULT 0,
    "lane_wanted_at" TIMESTAMPTZ(3),
    "lane_lease" TEXT,
    "lane_leased_until" TIMESTAMPTZ(3),
    "lane_paused_until" TIMESTAMPTZ(3),
    "lane_pauses" INTEGER NOT NULL DEFAULT 0,
    "last_answer_at" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3),
    "last_failure" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "connection_id" UUID NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "repeats" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("connection_id","delivery_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effect" (
    "key" TEXT NOT NULL,
    "connection_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "shop_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "remote_id" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "first_sent_at" TIMESTAMPTZ(3),
    "last_sent_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "effect_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "order_lane" (
    "shop_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "pos_id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "version" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ready',
    "reason" TEXT NOT NULL DEFAULT '',
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease" TEXT,
    "leased_until" TIMESTAMPTZ(3),
    "source" JSONB,
    "source_version" TEXT,
    "placed_at" TIMESTAMPTZ(3),
    "promise_at" TIMESTAMPTZ(3),
    "amount" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT '',
    "units" INTEGER NOT NULL DEFAULT 0,
    "customer_hash" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL DEFAULT '',
    "hinted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_lane_pkey" PRIMARY KEY ("shop_id","order_id")
);

-- CreateTable
CREATE TABLE "link" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "theirs" TEXT NOT NULL,
    "ours" TEXT,
    "state" TEXT NOT NULL DEFAULT 'mapped',
    "source" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_change" (
    "id" BIGSERIAL NOT NULL,
    "batch_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "theirs" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_item" (
    "connection_id" UUID NOT NULL,
    "remote_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "norm" TEXT NOT NULL,
    "stock_id" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "barcode" TEXT,
    "rate" TEXT,
    "is_active" BOOLEAN NOT NULL,
    "is_tracked" BOOLEAN NOT NULL,
    "may_oversell" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "catalogue_item_pkey" PRIMARY KEY ("connection_id","remote_id")
);

-- CreateTable
CREATE TABLE "place" (
    "connection_id" UUID NOT NULL,
    "remote_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "store_id" TEXT,
    "store_name" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "is_virtual" BOOLEAN NOT NULL DEFAULT false,
    "offers_pickup" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "place_pkey" PRIMARY KEY ("connection_id","remote_id")
);

-- CreateTable
CREATE TABLE "pos_rate" (
    "connection_id" UUID NOT NULL,
    "rate" TEXT NOT NULL,

    CONSTRAINT "pos_rate_pkey" PRIMARY KEY ("connection_id","rate")
);

-- CreateTable
CREATE TABLE "cause" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "connection_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "owner_id" UUID,
    "owner_role" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sla_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT NOT NULL DEFAULT '',
    "closed_how" TEXT NOT NULL DEFAULT '',
    "returns" INTEGER NOT NULL DEFAULT 0,
    "asks_first" BOOLEAN NOT NULL DEFAULT false,
    "next_probe_at" TIMESTAMPTZ(3),
    "probes" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "records" INTEGER NOT NULL DEFAULT 0,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT '',
    "people" INTEGER NOT NULL DEFAULT 0,
    "units" INTEGER NOT NULL DEFAULT 0,
    "promise_at" TIMESTAMPTZ(3),

    CONSTRAINT "cause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exception" (
    "id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'held',
    "amount" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT '',
    "customer_hash" TEXT NOT NULL DEFAULT '',
    "promise_at" TIMESTAMPTZ(3),
    "units" INTEGER NOT NULL DEFAULT 0,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cause_entry" (
    "id" BIGSERIAL NOT NULL,
    "cause_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "change" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "cause_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_plan" (
    "id" UUID NOT NULL,
    "cause_ids" UUID[],
    "edits" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'previewed',
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_line" (
    "plan_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT '',
    "source_version" TEXT,
    "verdict" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "lane_version" BIGINT,
    "outcome" TEXT NOT NULL DEFAULT '',
    "outcome_why" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "release_line_pkey" PRIMARY KEY ("plan_id","shop_id","order_id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "flow" TEXT NOT NULL,
    "connection_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'running',
    "counts" JSONB NOT NULL DEFAULT '{}',
    "message" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "flow" TEXT NOT NULL,
    "connection_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "record_pkey" PRIMARY KEY ("at","id")
);

-- CreateTable
CREATE TABLE "search_key" (
    "value" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "shop_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_key_pkey" PRIMARY KEY ("value","kind","entity","shop_id","key")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "places" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "first_link" (
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "first_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "change" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "connection_code_key" ON "connection"("code");

-- CreateIndex
CREATE INDEX "delivery_about_received_at_idx" ON "delivery"("about", "received_at");

-- CreateIndex
CREATE INDEX "delivery_received_at_idx" ON "delivery"("received_at");

-- CreateIndex
CREATE INDEX "effect_shop_id_order_id_idx" ON "effect"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "effect_connection_id_remote_id_idx" ON "effect"("connection_id", "remote_id");

-- CreateIndex
CREATE INDEX "order_lane_shop_id_placed_at_idx" ON "order_lane"("shop_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "link_shop_id_kind_ours_idx" ON "link"("shop_id", "kind", "ours");

-- CreateIndex
CREATE UNIQUE INDEX "link_shop_id_kind_theirs_key" ON "link"("shop_id", "kind", "theirs");

-- CreateIndex
CREATE INDEX "link_change_shop_id_kind_at_idx" ON "link_change"("shop_id", "kind", "at" DESC);

-- CreateIndex
CREATE INDEX "link_change_batch_id_idx" ON "link_change"("batch_id");

-- CreateIndex
CREATE INDEX "catalogue_item_connection_id_sku_idx" ON "catalogue_item"("connection_id", "sku");

-- CreateIndex
CREATE INDEX "catalogue_item_connection_id_norm_idx" ON "catalogue_item"("connection_id", "norm");

-- CreateIndex
CREATE INDEX "catalogue_item_connection_id_barcode_idx" ON "catalogue_item"("connection_id", "barcode");

-- CreateIndex
CREATE INDEX "cause_state_kind_idx" ON "cause"("state", "kind");

-- CreateIndex
CREATE INDEX "cause_owner_id_state_idx" ON "cause"("owner_id", "state");

-- CreateIndex
CREATE INDEX "exception_entity_shop_id_key_idx" ON "exception"("entity", "shop_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "exception_cause_id_entity_shop_id_key_key" ON "exception"("cause_id", "entity", "shop_id", "key");

-- CreateIndex
CREATE INDEX "cause_entry_cause_id_at_idx" ON "cause_entry"("cause_id", "at");

-- CreateIndex
CREATE INDEX "release_plan_state_idx" ON "release_plan"("state");

-- CreateIndex
CREATE INDEX "release_line_plan_id_position_idx" ON "release_line"("plan_id", "position");

-- CreateIndex
CREATE INDEX "run_started_at_idx" ON "run"("started_at" DESC);

-- CreateIndex
CREATE INDEX "run_flow_started_at_idx" ON "run"("flow", "started_at" DESC);

-- CreateIndex
CREATE INDEX "record_entity_connection_id_key_at_idx" ON "record"("entity", "connection_id", "key", "at" DESC);

-- CreateIndex
CREATE INDEX "record_run_id_idx" ON "record"("run_id");

-- CreateIndex
CREATE INDEX "record_outcome_at_idx" ON "record"("outcome", "at" DESC);

-- CreateIndex
CREATE INDEX "search_key_entity_shop_id_key_idx" ON "search_key"("entity", "shop_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_at_idx" ON "audit_entry"("subject", "at" DESC);

-- Written by hand: what Prisma's schema cannot say.
create sequence lane_version;
create index outbox_unsent on outbox (seq) where sent_at is null;
create index order_lane_ready on order_lane (pos_id, promise_at nulls last, version) where state in ('ready', 'waiting');
create index order_lane_state on order_lane (shop_id, state, placed_at desc);
create unique index cause_open on cause (connection_id, kind, entity) where state <> 'resolved';
create index cause_probe on cause (next_probe_at) where state in ('open', 'working', 'snoozed') and next_probe_at is not null;
create index exception_held on exception (cause_id, promise_at nulls last, held_at) where state = 'held';
create index exception_record on exception (entity, shop_id, key) where state = 'held';
create index search_value on search_key (value text_pattern_ops);
create index search_end on search_key (right(value, 4));
create index effect_open on effect (connection_id, last_sent_at) where state in ('sent', 'unclear');
create unique index app_user_email on app_user (lower(email));
