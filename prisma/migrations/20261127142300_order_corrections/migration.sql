-- CreateTable
CREATE TABLE "order_correction" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "was" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "order_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_link" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "pos_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "remote_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "difference" TEXT NOT NULL DEFAULT '',
    "web" JSONB NOT NULL,
    "web_total" BIGINT NOT NULL,
    "till_total" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT NOT NULL DEFAULT '',
    "undone_why" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "order_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "order_correction_shop_id_order_id_idx" ON "order_correction"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "order_link_shop_id_order_id_idx" ON "order_link"("shop_id", "order_id");

-- Written by hand: what Prisma's schema cannot say.
create unique index order_correction_live on order_correction (shop_id, order_id, field) where withdrawn_at is null;
create unique index order_link_live on order_link (shop_id, order_id) where undone_at is null;
create unique index order_link_taken on order_link (pos_id, remote_id) where undone_at is null;
