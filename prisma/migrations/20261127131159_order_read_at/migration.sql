-- AlterTable
ALTER TABLE "order_lane" ADD COLUMN     "read_at" TIMESTAMPTZ(3);
