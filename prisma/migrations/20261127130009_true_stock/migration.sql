-- AlterTable
ALTER TABLE "catalogue_item" ADD COLUMN     "category" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "stock_pair" ADD COLUMN     "is_activating" BOOLEAN NOT NULL DEFAULT false;

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
