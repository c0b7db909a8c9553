-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "pull_wanted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "effect" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "catalogue_item" ADD COLUMN     "price" DECIMAL(14,4);

-- AlterTable
ALTER TABLE "stock_pair" ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "look_again_at" TIMESTAMPTZ(3);

-- Written by hand: what Prisma's schema cannot say.
create index stock_pair_again on stock_pair (shop_id, look_again_at) where look_again_at is not null;
