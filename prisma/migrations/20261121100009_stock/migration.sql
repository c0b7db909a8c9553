-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "drain_wanted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "stock_pair" (
    "shop_id" UUID NOT NULL,
    "location_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "pos_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "cleared" BIGINT NOT NULL DEFAULT 0,
    "is_urgent" BOOLEAN NOT NULL DEFAULT false,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease" TEXT,
    "leased_until" TIMESTAMPTZ(3),
    "pos_total" BIGINT,
    "pos_reserved" BIGINT,
    "unseen_units" INTEGER NOT NULL DEFAULT 0,
    "buffer" INTEGER NOT NULL DEFAULT 0,
    "sellable" INTEGER,
    "shop_available" INTEGER,
    "shop_on_hand" INTEGER,
    "shop_held" INTEGER,
    "target" INTEGER,
    "read_at" TIMESTAMPTZ(3),
    "written_at" TIMESTAMPTZ(3),
    "confirmed" INTEGER,
    "confirmed_at" TIMESTAMPTZ(3),
    "lag_ms" INTEGER,
    "disagreements" INTEGER NOT NULL DEFAULT 0,
    "drift_since" TIMESTAMPTZ(3),
    "held_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "stock_pair_pkey" PRIMARY KEY ("shop_id","location_id","sku")
);

-- CreateTable
CREATE TABLE "buffer" (
    "shop_id" UUID NOT NULL,
    "sku" TEXT NOT NULL DEFAULT '',
    "location_id" TEXT NOT NULL DEFAULT '',
    "units" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "buffer_pkey" PRIMARY KEY ("shop_id","sku","location_id")
);

-- CreateTable
CREATE TABLE "pos_movement" (
    "pos_id" UUID NOT NULL,
    "movement_id" BIGINT NOT NULL,
    "sku" TEXT NOT NULL,
    "warehouse_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "change" BIGINT NOT NULL,
    "total_after" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pos_movement_pkey" PRIMARY KEY ("pos_id","movement_id","sku")
);

-- CreateTable
CREATE TABLE "stock_entry" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" UUID NOT NULL,
    "location_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "what" TEXT NOT NULL,
    "before" INTEGER,
    "after" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "stock_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_unit" (
    "shop_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "remaining" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "order_unit_pkey" PRIMARY KEY ("shop_id","order_id","location_id","sku")
);

-- CreateIndex
CREATE INDEX "pos_movement_pos_id_warehouse_id_sku_at_idx" ON "pos_movement"("pos_id", "warehouse_id", "sku", "at" DESC);

-- CreateIndex
CREATE INDEX "stock_entry_shop_id_location_id_sku_at_idx" ON "stock_entry"("shop_id", "location_id", "sku", "at" DESC);

-- CreateIndex
CREATE INDEX "order_unit_shop_id_location_id_sku_idx" ON "order_unit"("shop_id", "location_id", "sku");

-- Written by hand: what Prisma's schema cannot say.
create sequence pair_version;
create index stock_pair_marked on stock_pair (shop_id, is_urgent desc, version) where version > cleared;
create index stock_pair_drift on stock_pair (shop_id, drift_since) where drift_since is not null;
create index stock_pair_sku on stock_pair (sku);
