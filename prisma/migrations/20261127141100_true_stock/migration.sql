-- AlterTable
ALTER TABLE "catalogue_item" ADD COLUMN     "category" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "stock_pair" ADD COLUMN     "is_activating" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_stocked" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "buffer" DROP CONSTRAINT "buffer_pkey",
ADD COLUMN     "category" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "buffer_pkey" PRIMARY KEY ("shop_id", "sku", "category", "location_id");

-- CreateTable
CREATE TABLE "allowance" (
    "shop_id" UUID NOT NULL,
    "location_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allowance_pkey" PRIMARY KEY ("shop_id","location_id","sku")
);

-- Written by hand: what Prisma's schema cannot say.
-- Pairs that somebody edited in the shop lately.
create index stock_entry_edits on stock_entry (at desc) where what = 'shop-change';
-- What the watch asks for every few seconds: who has waited longest.
create index stock_pair_waiting on stock_pair (shop_id, marked_at) where version > cleared;
